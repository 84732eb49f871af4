# Runs the Redmine that Debian installs on a database of its own, set up as a deployment would be that follows the documentation.
require '/usr/share/redmine/config/environment'

# The time here is that of the machine, and what a check has added to it.
module Ahead
  class << self
    attr_accessor :seconds
  end
  self.seconds = 0
end
Time.singleton_class.prepend(Module.new { def now(...) = super + Ahead.seconds })
DateTime.singleton_class.prepend(Module.new { def now(...) = super + Rational(Ahead.seconds, 86_400) })

ActiveRecord::Base.connection.migration_context.migrate
ActiveRecord::Base.descendants.each(&:reset_column_information)
Redmine::DefaultData::Loader.load('en')

Setting.host_name = "localhost:#{ENV.fetch('PORT')}"
Setting.mail_from = 'redmine@example.com'
Setting.rest_api_enabled = '1'
Setting.password_min_length = '12'
Setting.twofa = '1' # people choose it in their settings
Setting.session_timeout = '60' # minutes
Setting.session_lifetime = '1440'

admin = User.find_by(login: 'admin')
admin.update!(mail: 'admin@example.com', must_change_passwd: false)
admin.api_key
Token.where(user: admin, action: 'api').update_all(value: ENV.fetch('ADMIN_API_KEY'))

ActionMailer::Base.perform_deliveries = true
ActionMailer::Base.delivery_method = :smtp
ActionMailer::Base.smtp_settings = { address: '127.0.0.1', port: Integer(ENV.fetch('SMTP_PORT')), enable_starttls_auto: false }

# `GET` answers the time in milliseconds; `POST` adds the seconds of the body to it first.
map '/clock' do
  run(lambda do |env|
    request = Rack::Request.new(env)
    next [403, {}, []] unless request.get_header('HTTP_X_REDMINE_API_KEY') == ENV.fetch('ADMIN_API_KEY')

    Ahead.seconds += Integer(request.body.read) if request.post?
    [200, { 'content-type' => 'application/json' }, [(Time.now.to_f * 1000).round.to_s]]
  end)
end
map('/') { run Rails.application }
