package dev.hitlai.testing.internal.requests;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.Platform;
import dev.hitlai.testers.TestKind;
import dev.hitlai.testing.internal.personas.Personas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what somebody asks for, all of it, so that they hear everything at once. */
@Component
class RequestChecks {
  private static final int MAX_PERSONAS = 10;
  private static final int MAX_TESTERS = 100;

  private final AddressPolicy addresses;
  private final Personas personas;
  private final DevicePresets presets;

  RequestChecks(AddressPolicy addresses, Personas personas, DevicePresets presets) {
    this.addresses = addresses;
    this.personas = personas;
    this.presets = presets;
  }

  /**
   * @throws InvalidRequest with a sentence for each field
   */
  CheckedRequest check(NewTestRequest asked) {
    var problems = new LinkedHashMap<String, String>();
    var address = address(asked, problems);
    length("mission", asked.mission(), 1, 10_000, problems);
    length("title", asked.title(), 0, 300, problems);
    length("additionalContext", asked.context(), 0, 10_000, problems);
    length("successCriteria", asked.successCriteria(), 0, 10_000, problems);
    var chosen = personas(asked, problems);
    var device = device(asked.device(), problems);
    hosts(asked.allowedHosts(), problems);
    if (!TestKind.FOCUS.containsAll(asked.focus())) {
      problems.put("focus", "Choose of accessibility, performance and security.");
    }
    if (asked.requiredTesters() < 0 || asked.requiredTesters() > MAX_TESTERS) {
      problems.put("requiredTesters", "Ask for at most 100 testers for each persona.");
    }
    asked
        .people()
        .problems()
        .forEach((field, why) -> problems.put("testerRequirements." + field, "It " + why + "."));
    if (address == null || !problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
    return new CheckedRequest(asked, address, chosen, device);
  }

  private @Nullable SiteAddress address(NewTestRequest asked, Map<String, String> problems) {
    try {
      var address = SiteAddress.parse(asked.url());
      addresses.check(address);
      return address;
    } catch (SiteAddress.Refused refused) {
      problems.put("url", String.valueOf(refused.getMessage()));
      return null;
    }
  }

  private static void length(
      String field, String text, int least, int most, Map<String, String> problems) {
    if (text.strip().length() < least) {
      problems.put(field, "Say what the visitor wants to do on the site.");
    } else if (text.length() > most) {
      problems.put(field, "At most %,d characters.".formatted(most));
    }
  }

  private List<Persona> personas(NewTestRequest asked, Map<String, String> problems) {
    var found = personas.named(asked.personas());
    var unknown = asked.personas().stream().filter(name -> !found.containsKey(name)).toList();
    if (!unknown.isEmpty()) {
      problems.put(
          "persona", "There is no persona " + String.join(", ", unknown) + "; " + choice() + ".");
    } else if (found.isEmpty()) {
      problems.put("persona", "Choose at least one persona; " + choice() + ".");
    } else if (found.size() > MAX_PERSONAS) {
      problems.put("persona", "Choose at most " + MAX_PERSONAS + " personas.");
    }
    return asked.personas().stream().filter(found::containsKey).map(found::get).toList();
  }

  private String choice() {
    var names = personas.offered().stream().map(offered -> offered.persona().name()).toList();
    return "there are " + String.join(", ", names);
  }

  private @Nullable Platform device(DeviceChoice choice, Map<String, String> problems) {
    try {
      if (choice.preset() == null || choice.preset().isBlank()) {
        return choice.device();
      }
      var preset = presets.named(choice.preset());
      if (preset.isEmpty()) {
        problems.put("platform", "There is no device preset " + choice.preset() + ".");
      }
      return preset.orElse(null);
    } catch (IllegalArgumentException e) {
      problems.put("platform", "A viewport is 200 to 7680 wide and 200 to 4320 high.");
      return null;
    }
  }

  private static void hosts(List<String> hosts, Map<String, String> problems) {
    if (hosts.size() > 50 || !hosts.stream().allMatch(host -> host.matches("[\\w.:-]{1,253}"))) {
      problems.put("allowedHosts", "Give at most 50 host names, without scheme or path.");
    }
  }
}
