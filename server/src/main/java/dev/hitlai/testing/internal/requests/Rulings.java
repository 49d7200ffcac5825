package dev.hitlai.testing.internal.requests;

import static dev.hitlai.testing.internal.jooq.Tables.TEST_RUNS;

import dev.hitlai.aitester.Persona;
import dev.hitlai.api.ApiProblem;
import dev.hitlai.testers.AiTesters;
import dev.hitlai.testers.AssignmentPreferences;
import dev.hitlai.testers.Selection;
import dev.hitlai.testers.TestKind;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.Json;
import dev.hitlai.testing.internal.personas.Personas;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applies what companies say about AI testers to what they ask for. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Rulings {
  private final DSLContext sql;
  private final AiTesters testers;
  private final AssignmentPreferences preferences;
  private final Personas personas;
  private final DevicePresets presets;

  Rulings(
      DSLContext sql,
      AiTesters testers,
      AssignmentPreferences preferences,
      Personas personas,
      DevicePresets presets) {
    this.sql = sql;
    this.testers = testers;
    this.preferences = preferences;
    this.personas = personas;
    this.presets = presets;
  }

  /** Who does the request's test, whether or not anybody may. */
  Ruling of(UUID companyId, NewTestRequest asked) {
    if (asked.type() == TestType.HUMAN_ONLY) {
      return new Ruling(asked, null, List.of());
    }
    boolean validate =
        asked.type() == TestType.AI_ONLY && preferences.of(companyId).humanValidation();
    var ruled = validate ? asked.by(TestType.HYBRID) : asked;
    var selection = testers.select(companyId, kinds(ruled), ruled.type().code());
    return new Ruling(
        ruled,
        selection,
        validate
            ? List.of(
                "Your preferences want people to confirm what an AI finds: this is a hybrid test.")
            : List.of());
  }

  /**
   * A test that was asked for earlier is begun now; its tester must still be one that the company
   * wants.
   *
   * @throws ApiProblem with the reason when it isn't
   */
  public void requireStillAllowed(UUID companyId, UUID runId) {
    var run =
        sql.select(TEST_RUNS.TEST_TYPE, TEST_RUNS.TESTER_SELECTION)
            .from(TEST_RUNS)
            .where(TEST_RUNS.ID.eq(runId))
            .and(TEST_RUNS.TESTER_SELECTION.isNotNull())
            .fetchOne();
    if (run == null) {
      return;
    }
    var before = Json.read(run.value2(), Selection.class);
    if (TestType.of(run.value1()).orElseThrow() == TestType.AI_ONLY
        && preferences.of(companyId).humanValidation()) {
      throw ApiProblem.conflict(
          "Your preferences want people to confirm what an AI finds by now. Ask for a hybrid"
              + " test.");
    }
    var picked = before.chosen().orElseThrow();
    var now = testers.select(companyId, kinds(before), before.testType());
    now.considered().stream()
        .filter(one -> one.testerId().equals(picked.testerId()) && !one.suits())
        .findFirst()
        .ifPresent(
            one -> {
              throw ApiProblem.conflict(
                  "%s was picked for this test and may not do it any more. %s"
                      .formatted(one.name(), one.why()));
            });
  }

  private static Set<TestKind> kinds(Selection selection) {
    return selection.kinds().stream()
        .flatMap(code -> TestKind.of(code).stream())
        .collect(Collectors.toSet());
  }

  /** The device's, what is to be looked at with special care, and what the personas need. */
  private Set<TestKind> kinds(NewTestRequest asked) {
    var kinds = EnumSet.of(isMobile(asked.device()) ? TestKind.MOBILE : TestKind.WEB);
    kinds.addAll(asked.focus());
    if (personas.named(asked.personas()).values().stream().anyMatch(Rulings::needsAccess)) {
      kinds.add(TestKind.ACCESSIBILITY);
    }
    return kinds;
  }

  private boolean isMobile(DeviceChoice device) {
    return device.mobile()
        || presets.offered().stream()
            .anyMatch(preset -> preset.mobile() && preset.name().equals(device.preset()));
  }

  private static boolean needsAccess(Persona persona) {
    return persona.eyesight() == Persona.Eyesight.SCREEN_READER
        || persona.navigation() == Persona.Navigation.KEYBOARD_ONLY;
  }
}
