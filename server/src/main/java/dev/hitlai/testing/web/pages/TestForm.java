package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.requests.DeviceChoice;
import dev.hitlai.testing.internal.requests.NewTestRequest;
import java.util.List;
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
    @Nullable String title) {

  static TestForm empty() {
    return new TestForm("", "", "", "", "ai_only", List.of(), "", "");
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
        0,
        List.of(),
        null);
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
