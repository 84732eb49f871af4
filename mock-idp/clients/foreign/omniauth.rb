# OmniAuth's openid_connect strategy in a Rack application, as Rails applications have it: code flow with PKCE and userinfo.
require 'json'
require 'rack'
require 'uri'
require 'omniauth_openid_connect'

target = JSON.parse($stdin.gets)
say = ->(message) { $stdout.puts(JSON.generate(message)); $stdout.flush }
step = 'discovery'
refusal = nil

OpenIDConnect.http_config do |client|
  client.ssl_config.add_trust_ca(ENV['SSL_CERT_FILE']) if client.respond_to?(:ssl_config)
  client.receive_timeout = 5 if client.respond_to?(:receive_timeout=)
end
OmniAuth.config.logger = Logger.new(File::NULL)
OmniAuth.config.request_validation_phase = nil
OmniAuth.config.allowed_request_methods = [:get]
OmniAuth.config.silence_get_warning = true
OmniAuth.config.on_failure = proc do |env|
  refusal = env['omniauth.error']
  [500, {}, []]
end

address = URI(target['redirectUri'])
application = Rack::Builder.new do
  use Rack::Session::Cookie, secret: 'a secret of the application under test, long enough for its cookies'
  use OmniAuth::Builder do
    provider :openid_connect,
             name: :mock,
             request_path: '/login',
             callback_path: address.path,
             scope: %i[openid email profile],
             issuer: target['issuer'],
             discovery: true,
             pkce: true,
             client_options: {
               identifier: target['clientId'],
               secret: target['clientSecret'],
               redirect_uri: target['redirectUri']
             }
  end
  run proc { |env| [200, {}, [JSON.generate(env['omniauth.auth'].extra.raw_info)]] }
end
visitor = Rack::MockRequest.new(application.to_app)
host = "#{address.host}:#{address.port}"

begin
  begun = visitor.get('/login', 'HTTP_HOST' => host)
  if begun.status == 302
    step = 'login'
    say.call(open: begun.headers['Location'])
    arrived = JSON.parse($stdin.gets)
    query = arrived['form'] ? URI.encode_www_form(arrived['form']) : URI(arrived['url']).query
    cookie = begun.headers['Set-Cookie'].to_s.split(';').first
    ended = visitor.get("#{address.path}?#{query}", 'HTTP_HOST' => host, 'HTTP_COOKIE' => cookie)
    claims = JSON.parse(ended.body) if ended.status == 200
  end
rescue StandardError => error
  refusal = error
end
if claims
  say.call(accepted: true, claims: claims)
else
  say.call(accepted: false, step: step, reason: refusal.class.name.split('::').last)
end
