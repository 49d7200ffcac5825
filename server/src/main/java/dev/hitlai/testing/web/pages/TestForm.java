package dev.hitlai.testing.web.pages;

import dev.hitlai.testers.TestKind;
import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.requests.DeviceChoice;
import dev.hitlai.testing.internal.requests.NewTestRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of the request builder as they were filled in; null where nothing came. */
public record TestForm(
    @Nullable String url,
    @Nullable String mission,
    @Nullable String successCriteria,
    @Nullable String context,
    @Nullable String testType,
    @Nullable List<String> personas,
    @Nullable String device,
    @Nullable String title,
    @Nullable String testers,
    @Nullable String languages,
    @Nullable String countries,
    @Nullable String testerDevices,
    @Nullable List<String> techLiteracy,
    @Nullable String minAge,
    @Nullable String maxAge,
    @Nullable Boolean verifiedOnly,
    @Nullable List<String> focus) {

  static TestForm empty() {
    return new TestForm(
        "", "", "", "", "ai_only", List.of(), "", "", "1", "", "", "", List.of(), "", "", false,
        List.of());
  }

  public TestForm {
    url = orEmpty(url);
    mission = orEmpty(mission);
    successCriteria = orEmpty(successCriteria);
    context = orEmpty(context);
    testType = testType == null || testType.isBlank() ? "ai_only" : testType;
    personas = personas == null ? List.of() : List.copyOf(personas);
    device = orEmpty(device);
    title = orEmpty(title);
    testers = testers == null || testers.isBlank() ? "1" : testers;
    languages = orEmpty(languages);
    countries = orEmpty(countries);
    testerDevices = orEmpty(testerDevices);
    techLiteracy = techLiteracy == null ? List.of() : List.copyOf(techLiteracy);
    minAge = orEmpty(minAge);
    maxAge = orEmpty(maxAge);
    verifiedOnly = Boolean.TRUE.equals(verifiedOnly);
    focus = focus == null ? List.of() : List.copyOf(focus);
  }

  NewTestRequest request() {
    return new NewTestRequest(
        orEmpty(title),
        orEmpty(url),
        orEmpty(mission),
        TestType.of(orEmpty(testType)).orElse(TestType.AI_ONLY),
        personas == null ? List.of() : personas,
        choice(),
        orEmpty(context),
        orEmpty(successCriteria),
        number(testers, 0),
        people(),
        List.of(),
        null,
        (focus == null ? List.<String>of() : focus)
            .stream().flatMap(word -> TestKind.of(word).stream()).collect(Collectors.toSet()));
  }

  private TesterRequirements people() {
    return new TesterRequirements(
        words(languages),
        words(countries),
        words(testerDevices),
        techLiteracy == null ? List.of() : techLiteracy,
        List.of(),
        orEmpty(minAge).isBlank() ? null : number(minAge, 0),
        orEmpty(maxAge).isBlank() ? null : number(maxAge, 0),
        verifiedOnly);
  }

  private static List<String> words(@Nullable String text) {
    return List.of(orEmpty(text).split("[,;\\s]+"));
  }

  /** What is no number is one that no request may have, so that it is refused with a sentence. */
  private static int number(@Nullable String text, int none) {
    String digits = orEmpty(text).strip();
    if (digits.isEmpty()) {
      return none;
    }
    return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : -1;
  }

  private DeviceChoice choice() {
    return switch (orEmpty(device)) {
      case "" -> DeviceChoice.USUAL;
      case "mobile" -> new DeviceChoice(true, null, null, null);
      default -> new DeviceChoice(false, device, null, null);
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
