/** What "step" is called in the ten most used languages and some more, as the beginning of a label. */
export const stepWords = [
  'step',
  'paso', // Spanish
  'passo', // Portuguese, Italian
  'schritt', // German
  'étape',
  'etape', // French
  'шаг', // Russian
  'крок', // Ukrainian
  'चरण', // Hindi
  'ধাপ', // Bengali
  'الخطوة',
  'خطوة', // Arabic
  'مرحلہ', // Urdu
  'langkah', // Indonesian, Malay
  '步骤',
  '步驟', // Chinese
  'ステップ',
  '手順', // Japanese
  '단계', // Korean
  'adım', // Turkish
  'bước', // Vietnamese
  'stap', // Dutch
  'krok', // Polish, Czech
  'steg', // Swedish, Norwegian
  'trinn', // Norwegian
  'trin', // Danish
  'vaihe', // Finnish
  'pasul', // Romanian
  'pas', // Catalan
  'korak', // Croatian, Serbian, Slovenian
  'стъпка', // Bulgarian
  'корак', // Serbian
  'βήμα', // Greek
  'שלב', // Hebrew
  'مرحله',
  'گام', // Persian
  'ขั้นตอนที่',
  'ขั้นตอน', // Thai
  'hakbang', // Filipino
  'hatua ya', // Swahili
  'படி', // Tamil
  'దశ', // Telugu
]

/** Languages that put the number in front: 第 1 步, 第一步, 1단계, 1. adım, 1. lépés. */
export const numberFirst =
  /^[\s*_]*(?:第\s*([\p{Nd}]{1,3}|[一二三四五六七八九十]{1,3})\s*步|(\p{Nd}{1,3})(?:\s*단계|\.\s*(?:adım|lépés|vaihe|samm)(?!\p{L})))/iu

const chinese = '一二三四五六七八九十'

/** Reads a number in any script's digits, or in Chinese up to twenty: ٣, ३, 十二. */
export function numberIn(text: string): number {
  const places = [...text].map((sign) => chinese.indexOf(sign) + 1)
  if (places.every((value) => value > 0)) {
    const [first = 0, second = 0] = places
    return first === 10 && places.length > 1 ? 10 + second : first
  }
  return Number([...text].map(digitOf).join(''))
}

/** Unicode keeps the ten digits of a script together, each script's zero on a multiple of 16 or six behind one. */
function digitOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80) return sign
  return String(
    code % 16 >= 6 && code % 16 <= 15 && isDigit(code - (code % 16) + 15) ? (code % 16) - 6 : code % 16,
  )
}

const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code))

/** How instructions begin in languages that put the verb first; polite and familiar forms. */
const first = new RegExp(
  `^(?:${[
    // German
    'klicken|klicke|tippen|tippe|wählen|wähle|öffnen|öffne|geben|gib|drücken|drücke|gehen|gehe|melden|melde|bestätigen|bestätige|speichern|kopieren|laden|starten|schließen|navigieren|aktivieren|deaktivieren|erstellen|erstelle|legen|fügen|richten|scannen|prüfen|warten|entfernen|löschen|wechseln|folgen|setzen|stellen|senden|tragen|nehmen|ändern|schalten|bezahlen|warte|prüfe|folge|entferne|lösche|speichere|kopiere|starte|schließe|lade|lege',
    // Spanish
    'haga|haz|pulse|pulsa|presione|presiona|seleccione|selecciona|elija|elige|abra|abre|escriba|escribe|introduzca|introduce|ingrese|ingresa|vaya|ve a|inicie|inicia|guarde|guarda|copie|copia|confirme|confirma|cierre|cierra|agregue|añada|añade|cree|crea|espere|espera|escanee|escanea|acceda|active|desactive|elimine|descargue|navegue|complete|envíe',
    // Portuguese
    'clique|selecione|escolha|abra|digite|insira|introduza|informe|acesse|aceda|vá|inicie|salve|guarde|copie|confirme|feche|adicione|crie|aguarde|escaneie|digitalize|pressione|prima|toque|ative|desative|exclua|elimine|baixe|envie|preencha|marque',
    // French
    'cliquez|clique|sélectionnez|choisissez|ouvrez|saisissez|entrez|tapez|appuyez|accédez|allez|connectez|enregistrez|copiez|confirmez|fermez|ajoutez|créez|attendez|scannez|suivez|vérifiez|activez|désactivez|supprimez|téléchargez|lancez|cochez|renseignez|indiquez|validez|naviguez|définissez|cliquer|sélectionner|choisir|ouvrir|saisir|entrer|taper|appuyer|accéder|aller|se connecter|enregistrer|copier|confirmer|fermer|ajouter|créer|attendre|scanner|suivre|vérifier|activer|désactiver|supprimer|télécharger|lancer|cocher|renseigner|indiquer|valider|payez',
    // Italian, Dutch
    'fai clic|fare clic|seleziona|selezionare|scegli|apri|aprire|inserisci|inserire|digita|premi|premere|accedi|salva|copia|conferma|chiudi|aggiungi|crea|vai|attendi|klik|tik|selecteer|kies|voer|typ|ga naar|sla|bevestig|sluit|wacht',
    // Russian
    'нажмите|щёлкните|щелкните|выберите|откройте|введите|укажите|перейдите|войдите|сохраните|скопируйте|подтвердите|закройте|добавьте|создайте|подождите|дождитесь|отсканируйте|установите|включите|отключите|удалите|скачайте|запустите|заполните|вернитесь|настройте',
    // Polish, Czech
    'kliknij|wybierz|otwórz|wprowadź|wpisz|naciśnij|przejdź|zaloguj|zapisz|skopiuj|potwierdź|zamknij|dodaj|utwórz|poczekaj|zeskanuj|zaznacz|usuń|pobierz|włącz|wyłącz',
    'klikněte|vyberte|zvolte|otevřete|zadejte|stiskněte|přejděte|přihlaste|uložte|zkopírujte|potvrďte|zavřete|přidejte|vytvořte|počkejte|naskenujte|zaškrtněte|odstraňte|stáhněte',
    // Swedish, Norwegian, Danish
    'klicka|välj|öppna|ange|skriv|tryck|gå|logga|spara|kopiera|bekräfta|stäng|skapa|vänta|skanna|markera|ta bort|lägg|klikk|velg|åpne|angi|trykk|logg|lagre|bekreft|lukk|opprett|vent|vælg|åbn|indtast|tryk|bekræft|opret',
    // Ukrainian, Romanian, Vietnamese
    'натисніть|виберіть|оберіть|відкрийте|введіть|перейдіть|увійдіть|збережіть|скопіюйте|підтвердьте|закрийте|додайте|створіть|зачекайте|відскануйте|видаліть',
    'faceți|apăsați|selectați|alegeți|deschideți|introduceți|accesați|salvați|copiați|confirmați|închideți|adăugați|creați|așteptați|scanați',
    'nhấp|bấm|nhấn|chọn|mở|nhập|điền|truy cập|đăng nhập|lưu|sao chép|xác nhận|đóng|thêm|tạo|chờ|quét|xóa|tải',
    // Arabic
    'انقر|اضغط|حدد|اختر|افتح|أدخل|اكتب|انتقل|سجل|احفظ|انسخ|أكد|أغلق|أضف|أنشئ|انتظر|امسح|اذهب|قم',
    // Indonesian
    'klik|ketuk|pilih|buka|masukkan|ketik|tekan|masuk|simpan|salin|konfirmasi|tutup|tambahkan|buat|tunggu|pindai|kunjungi',
    // Chinese and Japanese write no spaces; Chinese begins with the verb.
  ].join(
    '|',
  )})(?![\\p{L}])|^(?:请|請)?(?:点击|點擊|单击|單擊|点按|按下?|选择|選擇|选中|打开|打開|输入|輸入|填写|填寫|进入|進入|登录|登入|保存|复制|複製|确认|確認|关闭|關閉|添加|新增|创建|創建|等待|扫描|掃描|转到|前往|导航|导航到|勾选|启用|删除|下载|返回|双击|右键|付款)`,
  'iu',
)

/** How instructions end in languages that put the verb last. */
const last = new RegExp(
  [
    '(?:klicken|tippen|wählen|öffnen|geben|drücken|gehen|melden|bestätigen|speichern|kopieren|starten|schließen|erstellen|fügen|scannen|warten|folgen|tragen) Sie(?!\\p{L})',
    // German, Dutch: "Den Laden öffnen.", "Auf Bestellen klicken."
    '[\\s\\p{P}](?:an|aus|ein|ab|zu|auf|durch|hoch|herunter|hinzu)?(?:klicken|tippen|wählen|öffnen|geben|drücken|gehen|melden|bestätigen|speichern|kopieren|starten|schließen|erstellen|fügen|scannen|warten|folgen|tragen|laden|löschen|entfernen|aktivieren|deaktivieren|ändern|prüfen|senden|stellen)\\s*[.!]?\\s*$',
    // Japanese
    '(?:クリック|タップ|選択|入力|押下|確認|保存|コピー|ログイン|サインイン|スキャン|追加|作成|設定|実行|有効に|無効に|削除|ダウンロード|移動|指定)(?:し(?:ます|てください)|する)',
    '(?:押し|開き|選び|閉じ|待ち)(?:ます|、)|(?:押して|開いて|選んで|閉じて|待って)ください|を(?:押す|開く|選ぶ|閉じる|待つ)',
    // Korean
    '(?:클릭|탭|선택|입력|확인|저장|복사|로그인|스캔|추가|생성|이동|실행|삭제|다운로드)(?:합니다|하세요|하십시오)|(?:누릅니다|누르세요|엽니다|여세요|닫습니다|기다립니다)',
    // Hindi, Bengali, Urdu, Turkish
    '(?:क्लिक|टैप|चयन|दर्ज|लॉग इन|सहेज|कॉपी|पुष्टि|बंद|स्कैन)\\s*(?:करें|कीजिए)|(?:चुनें|खोलें|दबाएं|दबाएँ|जाएं|जाएँ|लिखें)',
    '(?:ক্লিক|নির্বাচন|ট্যাপ|স্ক্যান)\\s*করুন|(?:খুলুন|লিখুন|চাপুন|যান)(?:\\s|।|$)',
    '(?:کلک|منتخب|درج)\\s*کریں|(?:کھولیں|دبائیں|جائیں)',
    '(?:tıklayın|seçin|açın|girin|basın|kaydedin|bekleyin|tıklayınız|seçiniz)',
  ].join('|'),
  'iu',
)

/** Words before the verb: "In the menu, …" in German and others puts it behind a comma or turns the sentence round. */
const clause = /^[^,،、:：]{2,60}[,،、:：]\s*/u

/** The verb of an instruction in another language than English, if it is one. */
export function foreignVerbOf(sentence: string): string | undefined {
  const text = sentence.replace(/^[\s*_"'“„«¿¡(>•-]+/, '')
  const found = first.exec(text) ?? first.exec(text.replace(clause, '')) ?? last.exec(text)
  return found?.[0].toLowerCase()
}
