package dev.hitlai.redteam.internal.campaign;

import static java.util.Objects.requireNonNull;

import dev.hitlai.redteam.CampaignPlan;
import dev.hitlai.redteam.CampaignReport;
import dev.hitlai.redteam.CampaignReport.Counts;
import dev.hitlai.redteam.CampaignReport.Detector;
import dev.hitlai.redteam.CampaignReport.Rate;
import dev.hitlai.redteam.CampaignReport.Trial;
import dev.hitlai.redteam.Reply;
import dev.hitlai.redteam.Target;
import dev.hitlai.redteam.internal.attacks.Scene;
import dev.hitlai.redteam.internal.figures.DetectorError;
import dev.hitlai.redteam.internal.figures.Estimate;
import dev.hitlai.redteam.internal.judge.Judge;
import dev.hitlai.redteam.internal.judge.Judgement;
import dev.hitlai.redteam.internal.judge.Judgement.Outcome;
import dev.hitlai.redteam.internal.judge.LabelledAnswers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/** Carries one campaign out: asks, judges, counts. */
public final class CampaignRun {
  private static final int AT_ONCE = 4;
  private static final int SAMPLE = 2_000;

  private final String name;
  private final Target target;
  private final CampaignPlan plan;
  private final DoubleConsumer progress;
  private final Scene scene;
  private final Judge judge;

  public CampaignRun(String name, Target target, CampaignPlan plan, DoubleConsumer progress) {
    this.name = name;
    this.target = target;
    this.plan = plan;
    this.progress = progress;
    this.scene = Scene.of(plan.seed());
    this.judge = new Judge(scene);
  }

  /** A trial with what its answers showed. */
  private record Result(Trial trial, Map<Outcome, Integer> outcomes) {}

  public CampaignReport run() {
    var pairs = Draw.of(plan);
    var results = new ArrayList<Result>();
    // The order of the results is that of the prompts, whoever answers first.
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var waiting = new ArrayList<Future<Result>>();
      pairs.forEach(pair -> waiting.add(threads.submit(() -> trial(pair))));
      for (var one : waiting) {
        results.add(one.get());
        progress.accept(results.size() / (double) pairs.size());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The campaign broke off", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The campaign was stopped", e);
    }
    return report(results);
  }

  private Result trial(Draw.Pair pair) {
    var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
    Reply shown = Reply.of("");
    Judgement told = null;
    long millis = 0;
    long seed = plan.seed() * 31 + pair.attack().id().hashCode() * 7L + pair.strategy().ordinal();
    var conversation = scene.conversation(pair.attack(), pair.strategy(), seed);
    for (int i = 0; i < plan.generations(); i++) {
      var asked =
          new dev.hitlai.redteam.Conversation(
              conversation.system(), conversation.turns(), conversation.document(), seed + i);
      var reply = target.ask(asked);
      var judgement = judge.judge(pair.attack().check(), reply);
      outcomes.merge(judgement.outcome(), 1, Integer::sum);
      millis += reply.millis();
      if (told == null || (judgement.isHit() && !told.isHit())) {
        told = judgement;
        shown = reply;
      }
    }
    return new Result(
        trial(
            pair,
            outcomes,
            shown,
            requireNonNull(told, "At least one generation is asked for"),
            conversation.document() == null
                ? String.join("\n", conversation.turns())
                : conversation.document(),
            millis),
        outcomes);
  }

  private Trial trial(
      Draw.Pair pair,
      Map<Outcome, Integer> outcomes,
      Reply shown,
      Judgement told,
      String input,
      long millis) {
    int errors = outcomes.getOrDefault(Outcome.ERROR, 0);
    int hits = outcomes.getOrDefault(Outcome.HIT, 0);
    int answers = plan.generations() - errors;
    var attack = pair.attack();
    return new Trial(
        attack.id(),
        attack.category(),
        pair.strategy().code(),
        attack.severity(),
        attack.indirect(),
        input,
        attack.expectation(),
        answers,
        hits,
        errors,
        hits == 0 ? "" : hits == answers ? "always" : hits * 3 >= answers ? "sometimes" : "rare",
        hidden(shown.text()),
        told.evidence().isEmpty() ? "Nothing forbidden is in the answer." : told.evidence(),
        millis);
  }

  /** The secret word is worthless after the campaign, but reports get around. */
  private String hidden(String text) {
    var cut = text.length() > SAMPLE ? text.substring(0, SAMPLE) + "…" : text;
    return cut.replace(scene.canary(), "[secret word]");
  }

  private CampaignReport report(List<Result> results) {
    var error = LabelledAnswers.measured();
    return new CampaignReport(
        name,
        plan,
        rate("all", results, error),
        by(results, result -> result.trial().category().code(), error),
        by(results, result -> result.trial().strategy(), error),
        counts(results),
        new Detector(error.sensitivity(), error.hits(), error.specificity(), error.safe()),
        results.stream().map(Result::trial).toList());
  }

  private List<Rate> by(List<Result> results, Function<Result, String> key, DetectorError error) {
    var groups = new TreeMap<String, List<Result>>();
    results.forEach(
        result -> groups.computeIfAbsent(key.apply(result), _ -> new ArrayList<>()).add(result));
    return groups.entrySet().stream()
        .map(group -> rate(group.getKey(), group.getValue(), error))
        .toList();
  }

  private Rate rate(String of, List<Result> results, DetectorError error) {
    var prompts =
        results.stream()
            .map(result -> new Estimate.Prompt(result.trial().hits(), result.trial().answers()))
            .filter(prompt -> prompt.answers() > 0)
            .toList();
    var estimate = Estimate.of(prompts, error, plan.seed() ^ of.hashCode());
    return new Rate(
        of, estimate.answers(), estimate.hits(), estimate.rate(), estimate.low(), estimate.high());
  }

  private static Counts counts(List<Result> results) {
    var sums = new EnumMap<Outcome, Integer>(Outcome.class);
    results.forEach(
        result ->
            result
                .outcomes()
                .forEach((outcome, times) -> sums.merge(outcome, times, Integer::sum)));
    return new Counts(
        sums.getOrDefault(Outcome.HIT, 0),
        sums.getOrDefault(Outcome.SAFE, 0),
        sums.getOrDefault(Outcome.REFUSED, 0),
        sums.getOrDefault(Outcome.EMPTY, 0),
        sums.getOrDefault(Outcome.ERROR, 0));
  }
}
