package dev.hitlai.aitester.mind.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** "Enter X into the Y field", "fill in A as the B", "type the username "u" and password "p"". */
final class EnterSkill implements Skill {
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)^(?:enter|type|write|input|fill(?: in| out)?|put|key"
              + " in|paste|set|change|update|give)\\b\\s*(?:in )?(.*)$");

  /** What it points at has to be found out first. */
  private static final Pattern POINTING =
      Pattern.compile(
          "(?i)(?:it|them|that)(?: (?:at|in|on|below|above|there|here|down|exactly|just)\\b.*)?");

  /** "It at the bottom exactly as it is in the list": where there is but one place. */
  private static final Pattern PLACED =
      Pattern.compile(
          "(?i)(?:it|them|that) (?:(?:at|on) the"
              + " (?:bottom|top|end|right|left|side)|below|above|there|here|down|exactly|just)\\b(?!.*\\b(?:field|box|input)\\b).*");

  private static final Pattern INTO =
      Pattern.compile("(?i)^(.*?)\\s+(?:into|in|to|on|inside|for|as)\\s+(?:the |your |an? )?(.+)$");
  private static final Pattern WITH =
      Pattern.compile("(?i)^(?:the |your |an? )?(.*?)\\s+(?:with|to|=|:)\\s+(.+)$");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)^(?:the |your |an? |my )?([\\p{L} /-]{2,40}?)\\s*(?:is |: |= |:|=)?\\s*(Q\\d+)$");
  private static final Pattern EVERY =
      Pattern.compile(
          "(?i)^(.+?)\\s+(?:into|in|to)\\s+(?:both|all|each|every)\\b(?!"
              + " (?:upper|lower|capital|small|block|caps|big|little|letters|its )).*$");
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)^(?:in |out )?(?:the |this |your )?(?:form|fields|details)(?:"
              + " below)?\\s*(?:with|using|as follows|:)*\\s*:?\\s*");
  private static final Pattern PAIR =
      Pattern.compile(
          "(?i)^(?:the |your |and )*([\\p{L}][\\p{L} -]{0,30}?)\\s*(?:=|:)\\s*(\\S.*)$");
  private static final Pattern ASSIGNMENTS =
      Pattern.compile(
          "(?i)\\s*,\\s*(?:and\\s+)?|\\s+and\\s+(?=(?:the |an? |your )?[\\p{L} -]{2,30}"
              + " (?:to|with|as|in) |(?:the |an? |your )?[\\p{L} -]*\\bQ\\d)");
  private static final Pattern PARTS =
      Pattern.compile(
          "(?i)\\s*,\\s*(?:and\\s+)?|\\s+and\\s+(?=(?:the |an? |your )?[\\p{L}"
              + " -]*\\b(?:Q\\d|with|in |as |into ))");

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var verb = VERB.matcher(ahead.first());
    if (!verb.matches()
        || verb.group(1).isBlank()
        || POINTING.matcher(verb.group(1)).matches() && now.notes().value().isBlank()
        || ahead.first().matches("(?i)^put\\b.* (?:basket|cart|bag|trolley)$")) {
      return Optional.empty();
    }
    boolean assigns = ahead.first().matches("(?i)^(?:fill|set|change|update)\\b.*");
    var jobs = new ArrayList<Job>();
    for (var part :
        (assigns ? ASSIGNMENTS : PARTS).split(FORM.matcher(verb.group(1)).replaceFirst(""))) {
      job(part, assigns, ahead).ifPresent(jobs::add);
    }
    return jobs.isEmpty()
            || now.fields().isEmpty() && !ahead.first().matches("(?i)^(?:type|enter).*")
        ? Optional.empty()
        : Assignment.of(jobs.size() == 1 ? jobs.getFirst() : new Sequence(jobs));
  }

  private static Optional<Job> job(String part, boolean assigns, Clauses clauses) {
    if (PLACED.matcher(part).matches()) {
      return Optional.of(new EnterJob("it", Target.of("", clauses), clauses));
    }
    var pair = PAIR.matcher(part);
    if (pair.matches()) {
      return Optional.of(
          new EnterJob(
              pair.group(2),
              new Target(clauses.plain(pair.group(1)).strip(), "", 0, "", false),
              clauses));
    }
    var with = WITH.matcher(part);
    if (assigns && with.matches()) {
      return Optional.of(new EnterJob(with.group(2), Target.of(with.group(1), clauses), clauses));
    }
    if (part.matches("(?i).*\\bcorrespond\\w* (?:with|to) each (?:label|field)\\b.*")) {
      return Optional.of(new FillAllJob("", clauses));
    }
    var named = NAMED.matcher(part);
    if (named.matches()
        && !named
            .group(1)
            .matches(
                "(?i)(?:text|word|words|value|following|string|phrase|number|command)s?(?:"
                    + " text)?")) {
      return Optional.of(new EnterJob(named.group(2), Target.of(named.group(1), clauses), clauses));
    }
    var into = INTO.matcher(part);
    var every = EVERY.matcher(part);
    if (every.matches()) {
      return Optional.of(new FillAllJob(every.group(1), clauses));
    }
    if (into.matches()) {
      var split = lastPreposition(part, into);
      return Optional.of(
          new EnterJob(split.getFirst(), Target.of(split.getLast(), clauses), clauses));
    }
    return Optional.of(new EnterJob(part, Target.of("", clauses), clauses));
  }

  /** "The value in row Bern into the box": the last preposition parts value and field. */
  private static List<String> lastPreposition(String part, java.util.regex.Matcher first) {
    var last =
        Pattern.compile("(?i)^(.*)\\s+(?:into|in|to|as)\\s+(?:the |your |an? )?([^,]+)$")
            .matcher(part);
    if (last.matches()
        && last.group(2)
            .matches(
                "(?i).*\\b(?:box|field|input|textbox|textarea|area|form|terminal|editor|placeholder|Q\\d+|name|password|e-?mail|username)\\b.*")) {
      return List.of(last.group(1), last.group(2));
    }
    return List.of(first.group(1), first.group(2));
  }
}
