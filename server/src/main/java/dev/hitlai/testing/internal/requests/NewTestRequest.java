package dev.hitlai.testing.internal.requests;

import dev.hitlai.testers.TestKind;
import dev.hitlai.testers.TesterRequirements;
import dev.hitlai.testing.TestType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, as they wrote it; empty where they said nothing.
 *
 * @param title empty takes the start of the mission
 * @param personas names; every one makes a run of its own
 * @param requiredTesters people wanted for each persona, for tests with people
 * @param people who they have to be
 * @param allowedHosts hosts besides the address's own that may be visited
 * @param seed null takes the usual one, so that a repeated request repeats the run
 * @param focus what is to be looked at with special care, of {@link TestKind#FOCUS}
 */
public record NewTestRequest(
    String title,
    String url,
    String mission,
    TestType type,
    List<String> personas,
    DeviceChoice device,
    String context,
    String successCriteria,
    int requiredTesters,
    TesterRequirements people,
    List<String> allowedHosts,
    @Nullable Long seed,
    Set<TestKind> focus) {
  /** Without anything that is to be looked at with special care. */
  public NewTestRequest(
      String title,
      String url,
      String mission,
      TestType type,
      List<String> personas,
      DeviceChoice device,
      String context,
      String successCriteria,
      int requiredTesters,
      TesterRequirements people,
      List<String> allowedHosts,
      @Nullable Long seed) {
    this(
        title,
        url,
        mission,
        type,
        personas,
        device,
        context,
        successCriteria,
        requiredTesters,
        people,
        allowedHosts,
        seed,
        Set.of());
  }

  public NewTestRequest {
    focus = Set.copyOf(focus);
    personas = personas.stream().map(String::strip).distinct().toList();
    allowedHosts = List.copyOf(allowedHosts);
  }

  /** The same by somebody else. */
  NewTestRequest by(TestType other) {
    return new NewTestRequest(
        title,
        url,
        mission,
        other,
        personas,
        device,
        context,
        successCriteria,
        requiredTesters,
        people,
        allowedHosts,
        seed,
        focus);
  }

  public RequestFacts facts() {
    return new RequestFacts(url, mission, successCriteria, context, personas.size());
  }
}
