package dev.hitlai.testers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of the models that can stand behind an AI tester. */
public interface ModelCatalogue {

  /**
   * A version of a model.
   *
   * @param provider as in the price list
   * @param inService whether an administrator lets it be picked
   * @param kinds of test that it supports
   * @param testTypes {@code ai_only}, {@code hybrid}: how it can take part
   * @param quality null while too little was measured
   */
  record Model(
      String provider,
      String version,
      boolean inService,
      boolean recommended,
      Set<TestKind> kinds,
      Set<String> testTypes,
      @Nullable Quality quality) {
    public Model {
      kinds = Set.copyOf(kinds);
      testTypes = Set.copyOf(testTypes);
    }
  }

  /** All of them. */
  List<Model> models();
}
