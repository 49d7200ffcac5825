package dev.hitlai.aitester.mind.skill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a person keeps in mind while following an instruction. */
final class Notes {
  private long moved = System.nanoTime();
  private final Set<String> known = new HashSet<>();
  private List<String> news = List.of();
  private String value = "";
  private String subject = "";
  private String facts = "";
  private boolean filled;
  private final List<String> said = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  /** What was read, counted or copied last: what "it" and "that" are typed as. */
  String value() {
    return value;
  }

  /** Something is being done now. */
  void move() {
    moved = System.nanoTime();
  }

  Duration sinceLastMove() {
    return Duration.ofNanos(System.nanoTime() - moved);
  }

  void remember(String read) {
    value = read;
  }

  /** Clauses that were followed or passed over, the last at the end. */
  List<String> said() {
    return List.copyOf(said);
  }

  void say(String clause) {
    said.add(clause);
  }

  /** Texts that the page showed at any time. */
  Stream<String> seen() {
    return seen.reversed().stream();
  }

  /** Whether values were brought to their fields just before. */
  boolean hasFilled() {
    return filled;
  }

  void fill(boolean done) {
    filled = done;
  }

  /** Words of the entry that was looked for last: whose star, reply or price is meant. */
  String subject() {
    return subject;
  }

  void talkAbout(String words) {
    subject = words;
  }

  /** What the mission says besides what to do, a sentence after the other. */
  String facts() {
    return facts;
  }

  void tell(String fact) {
    facts = facts.isEmpty() ? fact : facts + ". " + fact;
  }

  /** Keeps what the page shows, to tell what is new on it. */
  void see(List<String> lines) {
    boolean first = known.isEmpty();
    var unseen = lines.stream().filter(line -> !known.contains(line)).toList();
    known.addAll(lines);
    if (!unseen.isEmpty()) {
      seen.addAll(unseen);
      seen.add(String.join(" ", lines).replaceAll("\\s+", " "));
    }
    if (!first && !unseen.isEmpty()) {
      news = unseen;
    }
  }

  /** The short line that the page showed last, if it showed something new at all. */
  Optional<String> newest() {
    return news.stream().filter(line -> line.length() < 60).findFirst();
  }

  boolean isNew(String words) {
    return news.stream().anyMatch(line -> line.contains(words));
  }
}
