package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "Look up the password in the guide, enter it below", "enter that length": what is typed is what
 * the words before were about, read where the page says it.
 */
final class ReferSkill implements Skill {
  private static final Pattern TYPING =
      Pattern.compile(
          "(?i)^(?:enter|type|write|put|fill|input|insert|use|give|dial|key)(?: in| out|"
              + " down)?\\s+((?:it|that|this|them|these|those)\\b(?:"
              + " \\p{L}+)??|(?:the|that|this|its|his|her|their|your)\\s+(?!form\\b|fields?\\b).+?)(?:\\s+(?:(?:in|into|as|for|to)\\s+(.+)|below|here|above|there|in))?$");
  private static final Pattern LOOKING =
      Pattern.compile(
          "(?i)^(?:look (?:up|for|at|in|into)|look|find(?: out)?|read|see|get|note(?:"
              + " down)?|remember|memori[sz]e|learn|discover|check|locate|keep|in"
              + " which|which|what|where|when|who|how|at what)\\b.*");

  /** What is typed is not quite what is read. */
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?i)\\b(?:upper|lower|capital|block|small|backwards?|reversed?|reverse order)\\b");

  private static final Pattern KEEPING =
      Pattern.compile(
          "(?i)^(?:remember|memori[sz]e|note(?: down)?|keep|memori[sz]e|write down)\\b(?: it| that|"
              + " this| the .*)?$");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    if (clause.matches("(?i).*\\b(?:in(?:to)? (?:\\w+ )*order|by dragging)\\b.*")) {
      return Optional.empty();
    }
    var typing = TYPING.matcher(clause);
    if (typing.matches()
        && isReference(typing.group(1), ahead)
        && !CHANGED.matcher(clause).find()
        && new Transformed().read(typing.group(1), ahead, now).isEmpty()
        && new Counting().read(typing.group(1), ahead, now).isEmpty()) {
      var about = about(typing.group(1), now);
      return about.isEmpty()
          ? Optional.empty()
          : Assignment.of(new ReadJob(about, target(typing.group(2), ahead), false));
    }
    boolean later = isTypedLater(ahead, now);
    if (KEEPING.matcher(clause).matches() && !now.notes().said().isEmpty()) {
      return Assignment.of(new ReadJob(now.notes().said(), Target.named(""), true));
    }
    boolean looks = LOOKING.matcher(clause).matches() || !Clauses.startsWithVerb(clause);
    boolean lookedUp = clause.matches("(?i)look\\b.*");
    return later && looks && (lookedUp || !QuestionSkill.isWorkedOut(ahead, now))
        ? Assignment.of(ReferSkill::listen)
        : Optional.empty();
  }

  /** What comes next is about this, no longer about what was filled in. */
  private static Turn listen(Sight now) {
    now.notes().fill(false);
    return Turn.done();
  }

  private static Target target(@org.jspecify.annotations.Nullable String words, Clauses ahead) {
    return words == null ? Target.named("") : Target.of(words, ahead);
  }

  private static boolean isReference(String words, Clauses ahead) {
    var wish = Wish.of(new Clauses(List.of(words), ahead.quotations()), 1);
    return wish.mentions().stream().allMatch(one -> one.isDoubtful(wish.words()))
        && !words.matches("(?i).*\\b(?:each|every|all|both)\\b.*")
        && !FillSkill.isIndirect(words);
  }

  /** What the words before spoke of, and what it is called now. */
  private static List<String> about(String reference, Sight now) {
    var about = new ArrayList<>(now.notes().said());
    if (!reference.matches("(?i)(?:it|that|this|them|these|those)(?: \\p{L}+)?")
        || reference.matches("(?i)(?:that|this|these|those) \\p{L}{3,}")) {
      about.add(reference);
    }
    return about;
  }

  /** A clause after this one types what this one speaks of. */
  private static boolean isTypedLater(Clauses ahead, Sight now) {
    for (int i = 1; i < ahead.texts().size(); i++) {
      var typing = TYPING.matcher(ahead.at(i));
      if (typing.matches() && isReference(typing.group(1), ahead)) {
        return true;
      }
      boolean between =
          LOOKING.matcher(ahead.at(i)).matches() || !Clauses.startsWithVerb(ahead.at(i));
      if (!between) {
        return false;
      }
    }
    return false;
  }
}
