package dev.hitlai.bench;

/** A program that measures; its last line on standard output is one JSON object. */
interface Benchmark {

  /** What it measures, in one line. */
  String what();

  void run() throws Exception;
}
