"""python-social-auth's OpenID Connect backend, as Django and Flask applications use it: code flow, userinfo and a refresh."""

from urllib.parse import urlencode

from social_core.backends.open_id_connect import OpenIdConnectAuth
from social_core.strategy import BaseStrategy

from conversation import open_in_browser, run


class Nonces:
    """The associations that the backend keeps its nonces in."""

    kept = []

    @classmethod
    def store(cls, server_url, association):
        association.id = association.handle
        cls.kept.append(association)

    @classmethod
    def get(cls, server_url=None, handle=None):
        return [each for each in cls.kept if each.handle == handle]

    @classmethod
    def remove(cls, ids):
        cls.kept = [each for each in cls.kept if each.id not in ids]


class Storage:
    association = Nonces
    user = None


class Strategy(BaseStrategy):
    """What a framework does for the backend."""

    def __init__(self, settings):
        super().__init__(Storage)
        self.settings, self.session, self.data = settings, {}, {}

    def get_setting(self, name):
        return self.settings[name]

    def request_data(self, merge=True):
        return self.data

    def build_absolute_uri(self, path=None):
        return path

    def redirect(self, url):
        return url

    def session_get(self, name, default=None):
        return self.session.get(name, default)

    def session_set(self, name, value):
        self.session[name] = value

    def authenticate(self, backend, *args, **kwargs):
        return kwargs["response"]


def log_in(target, begin):
    scopes = ["offline_access"] if target.get("refresh") else []
    settings = {
        "OIDC_ENDPOINT": target["issuer"],
        "KEY": target["clientId"],
        "SECRET": target["clientSecret"],
        "SCOPE": scopes,
        "REQUESTS_TIMEOUT": 5,
    }
    strategy = Strategy({f"SOCIAL_AUTH_OIDC_{name}": value for name, value in settings.items()})
    backend = OpenIdConnectAuth(strategy, redirect_uri=target["redirectUri"])
    backend.oidc_config()
    begin("login")
    query, _ = open_in_browser(backend.start())
    strategy.data = backend.data = query
    answer = backend.auth_complete(request=None)
    if target.get("refresh"):
        begin("refresh")
        backend.refresh_token(answer["refresh_token"])
    if target.get("leave"):
        begin("logout")
        where = {"id_token_hint": answer["id_token"], "post_logout_redirect_uri": target["redirectUri"]}
        _, url = open_in_browser(f"{backend.oidc_config()['end_session_endpoint']}?{urlencode(where)}")
        if not url.startswith(target["redirectUri"]):
            raise RuntimeError("the browser does not come back")
    return dict(backend.id_token)


run(log_in)
