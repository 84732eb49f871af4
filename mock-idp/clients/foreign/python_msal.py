"""MSAL for Python: code flow with PKCE at a tenant, a silent refresh and a logout."""

from urllib.parse import urlencode

import msal

from conversation import Refused, open_in_browser, run

SCOPES = ["User.Read"]


def checked(answer):
    if answer is None or "error" in answer:
        raise Refused((answer or {}).get("error", "no answer"))
    return answer


def log_in(target, begin):
    authority = target["issuer"].removesuffix("/v2.0")
    application = msal.ConfidentialClientApplication(
        target["clientId"],
        client_credential=target["clientSecret"],
        authority=authority,
        instance_discovery=False,
        timeout=5,
    )
    begin("login")
    flow = application.initiate_auth_code_flow(SCOPES, redirect_uri=target["redirectUri"])
    query, _ = open_in_browser(flow["auth_uri"])
    claims = checked(application.acquire_token_by_auth_code_flow(flow, query))["id_token_claims"]
    if target.get("refresh"):
        begin("refresh")
        account = application.get_accounts()[0]
        checked(application.acquire_token_silent_with_error(SCOPES, account, force_refresh=True))
    if target.get("leave"):
        begin("logout")
        where = urlencode({"post_logout_redirect_uri": target["redirectUri"]})
        _, url = open_in_browser(f"{authority}/oauth2/v2.0/logout?{where}")
        if not url.startswith(target["redirectUri"]):
            raise Refused("the browser does not come back")
    return claims


run(log_in)
