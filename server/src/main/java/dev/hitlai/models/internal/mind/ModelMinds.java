package dev.hitlai.models.internal.mind;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.mind.Mind;
import dev.hitlai.aitester.mind.MindFactory;
import dev.hitlai.aitester.mind.OfflineMindFactory;
import dev.hitlai.models.ModelClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes minds that ask a model. */
public final class ModelMinds implements MindFactory {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PLAN = "plan";

  private final ModelClient client;
  private final Thinking.Account account;
  private final Caches caches;
  private final MindFactory builtIn = new OfflineMindFactory();

  /** Finds what was decided before. */
  @FunctionalInterface
  public interface Caches {
    DecisionCache of(String site, String mission, String persona);
  }

  /**
   * @param account for whom, and by which model first
   */
  ModelMinds(ModelClient client, Thinking.Account account, Caches caches) {
    this.client = client;
    this.account = account;
    this.caches = caches;
  }

  /** Of a program that asks for nobody's account. */
  public static MindFactory standalone(ModelClient client, Caches caches) {
    return new ModelMinds(client, new Thinking.Account(null, null, null), caches);
  }

  /** Who just looks around needs no model to find a way. */
  @Override
  public Mind create(String mission, Persona persona, URI start, int maxSteps, long seed) {
    if (mission.isBlank()) {
      return builtIn.create(mission, persona, start, maxSteps, seed);
    }
    var lives = new AtomicInteger();
    Supplier<Mind> habits =
        () ->
            builtIn.create(
                mission, persona, start, maxSteps, seed + 7_919L * lives.getAndIncrement());
    var thinking = new Thinking(client, account, start);
    var cache = caches.of(Place.site(start), mission, persona.name());
    return new ModelMind(mission, persona, habits, thinking, cache, plan(mission, thinking, cache));
  }

  private static List<String> plan(String mission, Thinking thinking, DecisionCache cache) {
    return cache
        .find(PLAN)
        .map(ModelMinds::steps)
        .orElseGet(
            () ->
                thinking
                    .plan("Mission: " + mission)
                    .map(
                        answer -> {
                          cache.keep(PLAN, answer.text(), answer.version());
                          return steps(answer.text());
                        })
                    .orElse(List.of()));
  }

  private static List<String> steps(String answer) {
    var steps = new ArrayList<String>();
    JSON.readTree(answer).path("steps").forEach(step -> steps.add(step.asString()));
    return steps;
  }

  /** What routing should try first. */
  static Thinking.Account account(Order order, @Nullable String prefer) {
    return new Thinking.Account(order.run(), order.company(), prefer);
  }
}
