"""Authlib in a Flask application: code flow with PKCE, userinfo, a refresh and a logout."""

from urllib.parse import urlencode, urlsplit

from authlib.integrations.flask_client import OAuth
from flask import Flask, session

from conversation import Refused, open_in_browser, run


def log_in(target, begin):
    app = Flask(__name__)
    app.secret_key = "a secret of the application under test"
    provider = OAuth(app).register(
        "mock",
        server_metadata_url=f"{target['issuer']}/.well-known/openid-configuration",
        client_id=target["clientId"],
        client_secret=target["clientSecret"],
        client_kwargs={
            "scope": "openid profile email" + (" offline_access" if target.get("refresh") else ""),
            "code_challenge_method": "S256",
            "timeout": 5,
        },
    )
    with app.test_request_context("/login"):
        metadata = provider.load_server_metadata()
        address = provider.authorize_redirect(target["redirectUri"]).location
        kept = dict(session)
    begin("login")
    query, _ = open_in_browser(address)
    with app.test_request_context(f"{urlsplit(target['redirectUri']).path}?{urlencode(query)}"):
        session.update(kept)
        token = provider.authorize_access_token()
        begin("userinfo")
        userinfo = provider.userinfo(token=token)
        if userinfo["sub"] != token["userinfo"]["sub"]:
            raise Refused("another subject")
        if target.get("refresh"):
            begin("refresh")
            with provider._get_oauth_client(**metadata) as client:
                client.refresh_token(metadata["token_endpoint"], refresh_token=token["refresh_token"])
    if target.get("leave"):
        begin("logout")
        where = {"id_token_hint": token["id_token"], "post_logout_redirect_uri": target["redirectUri"]}
        _, url = open_in_browser(f"{metadata['end_session_endpoint']}?{urlencode(where)}")
        if not url.startswith(target["redirectUri"]):
            raise Refused("the browser does not come back")
    return dict(token["userinfo"])


run(log_in)
