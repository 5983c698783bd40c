//! The project's own tasks.
mod score;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    score::captures(&args);
}
