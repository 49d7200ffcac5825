package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Click the button Save", "press the 3rd link", "open the tab News". */
final class PressSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:double[-"
              + " ])?(?:click|press|tap|push|hit|open|activate|submit|follow|expand|collapse|dismiss|switch"
              + " to|go to|navigate"
              + " to|visit|confirm|accept|save|finish|continue|proceed|send|select|choose|pick|close|find|locate|play|pause)(?:\\s+(?:on|to|with))?\\b\\s*(.*)$");
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)^(?:submit|confirm|accept|agree|save|finish|continue|proceed|send|search|play|pause|go|book|order|apply|done)(?:\\s+(?:it|the"
              + " (?:form|changes?|answer|settings|order|message|dialog)|your .*))?$");
  private static final Pattern PAGE = Pattern.compile("(?i)^(?:the )?page (\\d{1,3})$");
  private static final Pattern EVERY =
      Pattern.compile(
          "(?i)^(.+?)\\s+(?:on|of|for|in|at)\\s+(all|every|each|\\d{1,2}|two|three|four|five)\\s+(?:of"
              + " the )?(?:\\w+ )?(?:by|from|of)\\s+(.+)$");
  private static final Pattern AGAIN =
      Pattern.compile(
          "(?i),?\\s+(?:once (?:more|again)|one more time|a second time|again)(?=\\W|$)");

  /** What was worked out before. */
  private static final Pattern ANSWER =
      Pattern.compile(
          "\\s*(?:(?i:(?:right|correct|matching|true|proper)"
              + " (?:answer|option|result|number|one|solution|value|button|tile))|answer|solution|result)(?i:"
              + " button| option| tile)?\\s*");

  private static final Pattern LIST =
      Pattern.compile(
          "\\s*(?:>|→|›|,? and (?:then|afterwards|after that|next) |,? (?:then|afterwards) )\\s*");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    if (BARE.matcher(clause).matches()) {
      var named = new PressJob(Target.named(clause.split("\\s")[0]).withKind("button"));
      boolean sends = clause.matches("(?i)^(?:submit|send)\\b.*") && !named.fits(now);
      return sends && Commit.find(now, clause).filter(Commit::isEnd).isPresent()
          ? Assignment.of(
              new Once(
                  sight ->
                      Commit.find(sight, clause)
                          .map(t -> Turn.press(sight, t, "what was filled in has to be sent"))))
          : Assignment.of(named);
    }
    var verb = VERB.matcher(clause);
    if (!verb.matches() || verb.group(1).isBlank()) {
      return Optional.empty();
    }
    var leaf = PAGE.matcher(verb.group(1));
    if (leaf.matches()) {
      return Assignment.of(new PressJob(Target.named(leaf.group(1))));
    }
    var every = EVERY.matcher(verb.group(1));
    if (every.matches()) {
      var what = Target.of(every.group(1), ahead).words();
      int most = Texts.number(every.group(2)).orElse(Integer.MAX_VALUE);
      return Assignment.of(new EveryEntryJob(what, ahead.plain(every.group(3)), most));
    }
    var object = AGAIN.matcher(verb.group(1)).replaceAll("");
    if (clause.matches("(?i)^(?:open|expand)\\b.*") && isOpen(Target.of(object, ahead), now)) {
      return Assignment.of(sight -> Turn.done());
    }
    var parts = List.of(LIST.split(object));
    var jobs =
        parts.stream().map(part -> (Job) new PressJob(about(Target.of(part, ahead), now))).toList();
    return Assignment.of(jobs.size() == 1 ? jobs.getFirst() : new Sequence(jobs));
  }

  /** A whole tree or list is there to be seen; what is opened are its branches. */
  private static boolean isOpen(Target target, Sight now) {
    return now.finder()
        .find(target)
        .filter(t -> t.role().matches("tree|list|tablist|group|region|table|grid"))
        .filter(t -> !Boolean.FALSE.equals(t.node().expanded()) && t.children().size() > 1)
        .isPresent();
  }

  /** Right after "find the post by Ann" the like button is that of the post. */
  private static Target about(Target target, Sight now) {
    var subject = now.notes().subject();
    if (!now.notes().value().isBlank()
        && ANSWER.matcher(target.words() + " " + target.kind()).matches()) {
      return Target.named(now.notes().value());
    }
    if (!subject.isBlank() && target.words().matches("(?i)it|them|him|her|that one|this|that")) {
      return Target.named(subject);
    }
    return subject.isBlank()
            || !target.beside().isBlank()
            || target.quoted() && target.kind().equals("button")
        ? target
        : new Target(target.words(), target.kind(), target.ordinal(), subject, target.quoted());
  }
}
