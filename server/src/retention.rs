//! `werkbank retention`: what is due by the plan, said or done. The server does the same every day.

use crate::config::Config;
use crate::startup;
use backend::content::load;
use backend::retention::{self, DeletionFile, Due, PlanSource};
use std::sync::Arc;

/// Says what is due, and deletes it unless it is a dry run.
pub async fn retention(config: &Config, dry_run: bool) -> Result<(), String> {
    let content =
        load(&config.content).content.ok_or("the texts have errors: werkbank check-content")?;
    let mut backend = startup::open_backend(config, "").await.map_err(|e| e.to_string())?;
    backend.plan = PlanSource::Fixed(Arc::new(content.retention.clone()));
    let content = Arc::new(content);
    let due = retention::due(&backend).await.map_err(|error| error.to_string())?;
    print(&due);
    if dry_run {
        println!("\nNichts geändert (--dry-run).");
    } else {
        let done = retention::run_now(&backend, &content).await;
        let done = done.map_err(|error| error.to_string())?;
        let mut deletions = DeletionFile::in_folder(&config.data);
        deletions.keep(&backend).await.map_err(|error| error.to_string())?;
        println!("\nErledigt: {} gelöscht.", done.0.values().sum::<i64>());
    }
    backend.db.close().await;
    Ok(())
}

fn print(due: &[Due]) {
    let head = ["Daten", "fällig", "wartet auf Archiv", "älteste", "was geschieht"];
    let row = |due: &Due| {
        let oldest = due.oldest.map_or_else(|| "-".to_owned(), |day| day.to_string());
        let class = due.rule.class;
        [
            class.german().to_owned(),
            due.rows.to_string(),
            due.waiting.to_string(),
            oldest,
            what_happens(due),
        ]
    };
    let rows: Vec<[String; 5]> =
        std::iter::once(head.map(str::to_owned)).chain(due.iter().map(row)).collect();
    let width = |n: usize| rows.iter().map(|row| row[n].chars().count()).max().unwrap_or_default();
    let widths = [0, 1, 2, 3, 4].map(width);
    for row in &rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
        println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}

/// "gelöscht, 30 Tage nach Zustellung oder Aufgabe".
fn what_happens(due: &Due) -> String {
    let class = due.rule.class;
    match due.rule.days {
        Some(days) => format!("{}, {days} Tage {}", class.ends(), class.begins()),
        None if class.begins().is_empty() => class.ends().to_owned(),
        None => "bleibt, der Plan nennt keine Frist".to_owned(),
    }
}
