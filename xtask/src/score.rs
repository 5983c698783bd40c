use std::io::Write;
use std::path::Path;
use undross::{Capture, Plan, process, record::Record};

pub fn captures(args: &[String]) {
    let gold = Path::new(&args[0]);
    let plan = Plan::default();
    let out = "/tmp/pred.jsonl".to_string();
    let mut file = std::io::BufWriter::new(std::fs::File::create(&out).unwrap());
    for entry in std::fs::read_dir(gold).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|e| e != "jsonl") || path.ends_with("labels.jsonl") {
            continue;
        }
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let capture = Capture::of_text(
                value["id"].as_str().unwrap(),
                value["text"].as_str().unwrap(),
            );
            let outcome = process(&capture, &plan);
            let mut record = Record::new(&capture, &outcome, &plan);
            record.text = Some(outcome.text());
            writeln!(file, "{}", serde_json::to_string(&record).unwrap()).unwrap();
        }
    }
    file.flush().unwrap();
    std::process::Command::new("python3")
        .arg("../shared/captures/score.py")
        .arg(gold)
        .arg(&out)
        .args(&args[1..])
        .status()
        .unwrap();
}
