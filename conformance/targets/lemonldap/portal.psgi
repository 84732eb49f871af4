use strict;
use Plack::App::File;
use Plack::Builder;
use Lemonldap::NG::Portal::Main;

# What a web server in front does: the files of the pages, and all else is the portal's.
my $files = sub { Plack::App::File->new( root => $_[0] )->to_app };

builder {
    mount '/static'     => $files->('/usr/share/lemonldap-ng/portal/htdocs/static');
    mount '/javascript' => $files->('/usr/share/javascript');
    mount '/'           => Lemonldap::NG::Portal::Main->run( {} );
};
