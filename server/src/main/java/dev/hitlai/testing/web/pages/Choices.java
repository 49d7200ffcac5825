package dev.hitlai.testing.web.pages;

import dev.hitlai.testing.TestType;
import dev.hitlai.testing.internal.personas.Personas;
import dev.hitlai.testing.internal.requests.DevicePresets;
import dev.hitlai.web.view.Option;
import java.util.ArrayList;
import java.util.List;

/** What the request builder offers to choose from. */
public record Choices(List<Option> personas, List<Option> devices, List<Option> types) {

  static Choices of(List<Personas.Offered> personas, List<DevicePresets.Offered> presets) {
    var devices = new ArrayList<Option>();
    devices.add(Option.of("", "Whatever the persona usually has"));
    devices.add(Option.of("mobile", "A phone"));
    presets.forEach(preset -> devices.add(Option.of(preset.name(), preset.label())));
    return new Choices(
        personas.stream().map(Choices::persona).toList(),
        devices,
        List.of(
            new Option(TestType.AI_ONLY.code(), "AI only", "Minutes, no waiting"),
            new Option(TestType.HYBRID.code(), "Hybrid", "AI first, people confirm"),
            new Option(TestType.HUMAN_ONLY.code(), "People only", "Waits for a tester")));
  }

  private static Option persona(Personas.Offered offered) {
    var persona = offered.persona();
    String hint = persona.age() + " years; needs " + String.join(", ", persona.needs());
    return new Option(persona.name(), persona.label(), hint);
  }
}
