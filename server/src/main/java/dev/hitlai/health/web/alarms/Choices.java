package dev.hitlai.health.web.alarms;

import dev.hitlai.health.Monitor;
import dev.hitlai.health.Monitors;
import dev.hitlai.identity.Users;
import dev.hitlai.web.view.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What forms offer. */
@Component
class Choices {
  private final Monitors monitors;
  private final Users users;

  Choices(Monitors monitors, Users users) {
    this.monitors = monitors;
    this.users = users;
  }

  /** The platform's monitors by id. */
  List<Option> monitors() {
    return monitors.of(null).stream()
        .map(monitor -> new Option(monitor.id().toString(), monitor.name(), shown(monitor)))
        .toList();
  }

  private static String shown(Monitor monitor) {
    return monitor.isPublic() ? "on the status page" : "not on the status page";
  }

  /** By endpoint; two monitors that differ by the method only are one. */
  List<Option> endpoints() {
    return monitors.of(null).stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Monitor::endpoint,
                Monitor::name,
                (one, other) -> one,
                java.util.LinkedHashMap::new))
        .entrySet()
        .stream()
        .map(entry -> Option.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Administrators by id; whoever isn't one any more is left out. */
  Map<UUID, String> names() {
    return users.administrators().stream()
        .collect(Collectors.toMap(user -> user.id(), user -> user.displayName()));
  }

  List<Option> administrators() {
    return users.administrators().stream()
        .map(user -> new Option(user.id().toString(), user.displayName(), user.email()))
        .toList();
  }

  static <T> List<Option> of(T[] all, Function<T, String> code, Function<T, String> label) {
    return Arrays.stream(all).map(one -> Option.of(code.apply(one), label.apply(one))).toList();
  }
}
