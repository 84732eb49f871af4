# Runs the Redmine that Debian installs on a database of its own, set up as a deployment would be that follows the documentation.
require '/usr/share/redmine/config/environment'

ActiveRecord::Base.connection.migration_context.migrate
ActiveRecord::Base.descendants.each(&:reset_column_information)
Redmine::DefaultData::Loader.load('en')

Setting.host_name = "localhost:#{ENV.fetch('PORT')}"
Setting.mail_from = 'redmine@example.com'
Setting.rest_api_enabled = '1'
Setting.password_min_length = '12'
Setting.twofa = '1' # people choose it in their settings

admin = User.find_by(login: 'admin')
admin.update!(mail: 'admin@example.com', must_change_passwd: false)
admin.api_key
Token.where(user: admin, action: 'api').update_all(value: ENV.fetch('ADMIN_API_KEY'))

ActionMailer::Base.perform_deliveries = true
ActionMailer::Base.delivery_method = :smtp
ActionMailer::Base.smtp_settings = { address: '127.0.0.1', port: Integer(ENV.fetch('SMTP_PORT')), enable_starttls_auto: false }

run Rails.application
