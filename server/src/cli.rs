//! Commands and what they take.

use crate::config::Options;
use clap::{Parser, Subcommand};
use domain::Slug;
use domain::staff::Role;
use domain::text::{Email, Line};

/// Die Digitale Werkbank: one program, one folder of texts, one database.
#[derive(Parser)]
#[command(name = "werkbank", version, about, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Settings, the same for every command.
    #[command(flatten)]
    pub options: Options,
}

/// What the program can do.
#[derive(Subcommand)]
pub enum Command {
    /// Start the server; SIGTERM or Ctrl-C ends it after requests in flight are answered
    Serve,
    /// Ask the running server whether it can work; exit code 0 means yes
    Healthcheck,
    /// Bring the database to this program's version
    Migrate,
    /// Check the texts and name every problem with file, line and example
    CheckContent,
    /// Delete what is due by the plan in content/retention.toml, and say what that was
    Retention {
        /// Only say what is due; change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Accounts of members of staff
    Staff {
        /// What to do with them.
        #[command(subcommand)]
        command: StaffCommand,
    },
    /// Start the server with demonstration requests and accounts
    #[command(hide = true)]
    Demo,
    /// Print every page of the website as one JSON object a line, for the test suites
    #[command(hide = true)]
    Pages,
}

/// What can be done with accounts.
#[derive(Subcommand)]
pub enum StaffCommand {
    /// Add an account and print its one-time invitation link
    Add {
        /// Name as colleagues know it
        #[arg(long, value_parser = parse_name)]
        name: Line<80>,
        /// Address for signing in and for mails
        #[arg(long, value_parser = parse_email)]
        email: Email,
        /// adviser, coordinator, curator, head or admin
        #[arg(long, value_parser = parse_role)]
        role: Role,
        /// Folder name of the site [default: the only one]
        #[arg(long)]
        site: Option<String>,
        /// Desk of that site the person sits at from today
        #[arg(long)]
        desk: Option<String>,
        /// Folder name of the public profile
        #[arg(long, value_parser = parse_slug)]
        adviser: Option<Slug>,
    },
}

fn parse_name(typed: &str) -> Result<Line<80>, String> {
    Line::parse(typed).map_err(|_| "expected a name of at most 80 characters".to_owned())
}

fn parse_email(typed: &str) -> Result<Email, String> {
    Email::parse(typed).map_err(|_| "expected an address such as name@example.org".to_owned())
}

fn parse_role(typed: &str) -> Result<Role, String> {
    let codes = || Role::ALL.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ");
    Role::parse(typed).ok_or_else(|| format!("expected {}", codes()))
}

fn parse_slug(typed: &str) -> Result<Slug, String> {
    Slug::parse(typed).ok_or_else(|| "expected a folder name such as jens-albrecht".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn settings_may_stand_before_and_after_the_command() {
        for line in [["werkbank", "--data", "x", "serve"], ["werkbank", "serve", "--data", "x"]] {
            let cli = Cli::try_parse_from(line).unwrap();
            assert_eq!(cli.options.data.unwrap().to_str(), Some("x"));
        }
    }

    #[test]
    fn accounts_are_checked_before_anything_is_opened() {
        let add = |role: &str, email: &str| {
            let line =
                ["werkbank", "staff", "add", "--name", "M", "--email", email, "--role", role];
            Cli::try_parse_from(line).is_ok()
        };
        assert!(add("adviser", "m@example.org"));
        assert!(!add("boss", "m@example.org"));
        assert!(!add("adviser", "m@localhost"));
    }
}
