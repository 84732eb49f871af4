// go-oidc with golang.org/x/oauth2: code flow with PKCE, userinfo, a refresh and a logout.
package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"time"

	oidc "github.com/coreos/go-oidc"
	"golang.org/x/oauth2"
)

type target struct {
	Issuer, ClientID, ClientSecret, RedirectURI string
	Refresh, Leave                              bool
}

type arrival struct {
	URL  string
	Form map[string]string
}

var (
	input  = bufio.NewReader(os.Stdin)
	output = json.NewEncoder(os.Stdout)
)

func read(message any) {
	line, err := input.ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, message)
	}
	if err != nil {
		panic(err)
	}
}

// openInBrowser answers the parameters with which the browser came back, and where it is then.
func openInBrowser(address string) (url.Values, string) {
	output.Encode(map[string]string{"open": address})
	var arrived arrival
	read(&arrived)
	parsed, _ := url.Parse(arrived.URL)
	query := parsed.Query()
	for name, value := range arrived.Form {
		query.Set(name, value)
	}
	return query, arrived.URL
}

func random() string {
	bytes := make([]byte, 32)
	rand.Read(bytes)
	return base64.RawURLEncoding.EncodeToString(bytes)
}

// logIn calls begin before each step, and answers the claims that the client trusts.
func logIn(at target, begin func(string)) (map[string]any, error) {
	ctx := oidc.ClientContext(context.Background(), &http.Client{Timeout: 5 * time.Second})
	provider, err := oidc.NewProvider(ctx, at.Issuer)
	if err != nil {
		return nil, err
	}
	scopes := []string{oidc.ScopeOpenID, "profile", "email"}
	if at.Refresh {
		scopes = append(scopes, oidc.ScopeOfflineAccess)
	}
	config := oauth2.Config{
		ClientID: at.ClientID, ClientSecret: at.ClientSecret, RedirectURL: at.RedirectURI,
		Endpoint: provider.Endpoint(), Scopes: scopes,
	}
	begin("login")
	state, nonce, verifier := random(), random(), random()
	digest := sha256.Sum256([]byte(verifier))
	challenge := base64.RawURLEncoding.EncodeToString(digest[:])
	query, _ := openInBrowser(config.AuthCodeURL(state, oidc.Nonce(nonce),
		oauth2.SetAuthURLParam("code_challenge", challenge),
		oauth2.SetAuthURLParam("code_challenge_method", "S256")))
	if query.Get("error") != "" {
		return nil, errors.New(query.Get("error"))
	}
	// The library leaves state and nonce to its application, as its examples show.
	if query.Get("state") != state {
		return nil, errors.New("state does not match")
	}
	token, err := config.Exchange(ctx, query.Get("code"), oauth2.SetAuthURLParam("code_verifier", verifier))
	if err != nil {
		return nil, err
	}
	raw, _ := token.Extra("id_token").(string)
	idToken, err := provider.Verifier(&oidc.Config{ClientID: at.ClientID}).Verify(ctx, raw)
	if err != nil {
		return nil, err
	}
	if idToken.Nonce != nonce {
		return nil, errors.New("nonce does not match")
	}
	claims := map[string]any{}
	if err := idToken.Claims(&claims); err != nil {
		return nil, err
	}
	begin("userinfo")
	userInfo, err := provider.UserInfo(ctx, oauth2.StaticTokenSource(token))
	if err != nil {
		return nil, err
	}
	if userInfo.Subject != idToken.Subject {
		return nil, errors.New("another subject")
	}
	if at.Refresh {
		begin("refresh")
		if _, err := config.TokenSource(ctx, &oauth2.Token{RefreshToken: token.RefreshToken}).Token(); err != nil {
			return nil, err
		}
	}
	if at.Leave {
		begin("logout")
		var metadata struct {
			EndSessionEndpoint string `json:"end_session_endpoint"`
		}
		if err := provider.Claims(&metadata); err != nil {
			return nil, err
		}
		where := url.Values{"id_token_hint": {raw}, "post_logout_redirect_uri": {at.RedirectURI}}
		if _, url := openInBrowser(metadata.EndSessionEndpoint + "?" + where.Encode()); !strings.HasPrefix(url, at.RedirectURI) {
			return nil, errors.New("the browser does not come back")
		}
	}
	return claims, nil
}

// What changes from run to run is left out.
var changing = regexp.MustCompile(`https?://[^\s"]+|[0-9a-f-]{20,}|\d{4,}.*`)

func short(err error) string {
	text := strings.SplitN(changing.ReplaceAllString(err.Error(), "…"), "\n", 2)[0]
	runes := []rune(text)
	if len(runes) > 60 {
		runes = runes[:60]
	}
	return string(runes)
}

func main() {
	var at target
	read(&at)
	step := "discovery"
	claims, err := logIn(at, func(name string) { step = name })
	if err != nil {
		output.Encode(map[string]any{"accepted": false, "step": step, "reason": short(err)})
		return
	}
	output.Encode(map[string]any{"accepted": true, "claims": claims})
}
