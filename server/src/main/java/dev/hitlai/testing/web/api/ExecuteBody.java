package dev.hitlai.testing.web.api;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.testers.TestKind;
import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.requests.DeviceChoice;
import dev.hitlai.testing.internal.requests.NewTestRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /api/test/execute} and {@code POST /api/test-requests} take.
 *
 * @param testRunId starts a run that exists already; everything else is left out then
 * @param url the site, http or https
 * @param mission what the visitor wants to do there
 * @param testType {@code ai}, {@code ai_only}, {@code human}, {@code human_only} or {@code hybrid};
 *     {@code ai_only} when left out
 * @param persona name of a persona
 * @param personas names of several; each makes a run of its own
 * @param requiredTesters people for each persona, when people take part; 1 when left out
 * @param testerRequirements who these people have to be; anybody when left out
 * @param additionalContext what the tester should know
 * @param seed the same seed on the same site gives the same run
 * @param focus what is to be looked at with special care: {@code accessibility}, {@code
 *     performance}, {@code security}; the AI tester has to support it
 */
public record ExecuteBody(
    @Nullable UUID testRunId,
    @Nullable String title,
    @Nullable String url,
    @Nullable String mission,
    @Nullable String testType,
    @Nullable String persona,
    @Nullable List<String> personas,
    @Nullable PlatformBody platform,
    @Nullable String additionalContext,
    @Nullable String successCriteria,
    @Nullable Integer requiredTesters,
    @Nullable TesterRequirements testerRequirements,
    @Nullable List<String> allowedHosts,
    @Nullable Long seed,
    @Nullable List<String> focus) {

  /**
   * The device to emulate.
   *
   * @param type {@code web} or {@code mobile}
   * @param browser {@code chromium} or {@code chrome}
   * @param preset name of a device preset; wins over the viewport
   */
  public record PlatformBody(
      @Nullable String type,
      @Nullable String browser,
      @Nullable String preset,
      @Nullable Viewport viewport) {}

  /** In CSS pixels. */
  public record Viewport(@Nullable Integer width, @Nullable Integer height) {}

  NewTestRequest request() {
    return new NewTestRequest(
        orEmpty(title),
        orEmpty(url),
        orEmpty(mission),
        type(),
        names(),
        device(),
        orEmpty(additionalContext),
        orEmpty(successCriteria),
        requiredTesters == null ? 0 : requiredTesters,
        testerRequirements == null ? TesterRequirements.NONE : testerRequirements,
        allowedHosts == null ? List.of() : allowedHosts,
        seed,
        kinds());
  }

  private Set<TestKind> kinds() {
    var kinds = new HashSet<TestKind>();
    for (String word : focus == null ? List.<String>of() : focus) {
      kinds.add(
          TestKind.of(String.valueOf(word))
              .filter(TestKind.FOCUS::contains)
              .orElseThrow(
                  () ->
                      ApiProblem.invalid(
                          "focus", "must be of accessibility, performance, security")));
    }
    return kinds;
  }

  private TestType type() {
    return TestType.of(testType == null ? "ai_only" : testType)
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "testType", "must be one of ai, ai_only, human, human_only, hybrid"));
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    if (persona != null) {
      names.add(persona);
    }
    if (personas != null) {
      names.addAll(personas);
    }
    return names;
  }

  private DeviceChoice device() {
    if (platform == null) {
      return DeviceChoice.USUAL;
    }
    String type = platform.type() == null ? "web" : platform.type();
    if (!Set.of("web", "mobile").contains(type)) {
      throw ApiProblem.invalid("platform.type", "must be web or mobile");
    }
    if (platform.browser() != null && !Set.of("chromium", "chrome").contains(platform.browser())) {
      throw ApiProblem.invalid("platform.browser", "must be chromium or chrome");
    }
    var viewport = platform.viewport();
    return new DeviceChoice(
        type.equals("mobile"),
        platform.preset(),
        viewport == null ? null : viewport.width(),
        viewport == null ? null : viewport.height());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
