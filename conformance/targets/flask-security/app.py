"""A small app on Flask-Security, set up as a deployment would be that follows the documentation."""
from hmac import compare_digest
from os import environ
from secrets import token_urlsafe

from flask import Flask, abort, render_template_string, request
from flask_mail import Mail
from flask_security import Security, SQLAlchemyUserDatastore, auth_required, hash_password
from flask_security.models import fsqla_v3
from flask_security.recoverable import send_reset_password_instructions
from flask_sqlalchemy import SQLAlchemy
from passlib.totp import generate_secret
from waitress import serve

PORT = int(environ["PORT"])
API_KEY = environ["API_KEY"]

app = Flask(__name__)
app.config.update(
    SECRET_KEY=token_urlsafe(),
    SQLALCHEMY_DATABASE_URI=f"sqlite:///{environ['DATABASE']}",
    # The cookies of the quick start.
    SESSION_COOKIE_SAMESITE="Strict",
    REMEMBER_COOKIE_SAMESITE="Strict",
    MAIL_SERVER="127.0.0.1",
    MAIL_PORT=int(environ["SMTP_PORT"]),
    MAIL_DEFAULT_SENDER="harbour@example.com",
    SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
    SECURITY_PASSWORD_SALT=token_urlsafe(),
    SECURITY_PASSWORD_LENGTH_MIN=12,
    SECURITY_RETURN_GENERIC_RESPONSES=True,
    SECURITY_RECOVERABLE=True,
    SECURITY_CHANGEABLE=True,
    SECURITY_TWO_FACTOR=True,
    SECURITY_TWO_FACTOR_REQUIRED=True,
    SECURITY_TWO_FACTOR_ENABLED_METHODS=["authenticator"],
    SECURITY_TOTP_SECRETS={"1": generate_secret()},
    SECURITY_TOTP_ISSUER="Harbour",
    SECURITY_MULTI_FACTOR_RECOVERY_CODES=True,
)
Mail(app)
db = SQLAlchemy(app)
fsqla_v3.FsModels.set_db_info(db)


class Role(db.Model, fsqla_v3.FsRoleMixin):
    pass


class User(db.Model, fsqla_v3.FsUserMixin):
    pass


datastore = SQLAlchemyUserDatastore(db, User, Role)
security = Security(app, datastore)


@app.get("/")
@auth_required("session")
def home():
    return render_template_string(
        '{% extends "security/base.html" %}{% block content %}{% include "security/_messages.html" %}'
        '<h1>Harbour</h1><p>{{ current_user.email }}</p>{% include "security/_menu.html" %}{% endblock %}'
    )


@app.post("/people")
def add_person():
    """Adds a person as an administrator would: with a password and an app, or with a mail that asks for a password."""
    if not compare_digest(request.headers.get("Authorization", ""), f"Bearer {API_KEY}"):
        abort(401)
    wanted = request.get_json()
    password = wanted.get("password")
    user = datastore.create_user(
        email=security._mail_util.normalize(wanted["email"]),
        password=hash_password(password) if password else None,
    )
    answer = {}
    if wanted.get("app"):
        secret = security._totp_factory.generate_totp_secret()
        datastore.tf_set(user, "authenticator", totp_secret=secret)
        answer["totpSecret"] = security._totp_factory.get_totp_pretty_key(secret)
        answer["recoveryCodes"] = security._mf_recovery_codes_util.create_recovery_codes(user)
    datastore.commit()
    if not password:
        send_reset_password_instructions(user)
    return answer


with app.app_context():
    db.create_all()
serve(app, host="127.0.0.1", port=PORT, threads=8)
