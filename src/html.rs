//! Web pages: markup cut into tokens.

pub mod tokenizer;
