package dev.hitlai.redteam.internal.store;

import dev.hitlai.redteam.RedTeam;
import dev.hitlai.redteam.Target;
import dev.hitlai.redteam.TargetSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that can be attacked on this server. */
@Component
public class Targets {
  private final ObjectProvider<TargetSource> sources;

  Targets(ObjectProvider<TargetSource> sources) {
    this.sources = sources;
  }

  public List<TargetSource.Named> all() {
    return sources.stream()
        .flatMap(source -> source.targets().stream())
        .sorted(Comparator.comparing(TargetSource.Named::name))
        .toList();
  }

  public Optional<Target> open(String name) {
    return sources.stream().flatMap(source -> source.open(name).stream()).findFirst();
  }

  /** What is there without any model: the guard, with the worst model behind it. */
  @Component
  static class BuiltIn implements TargetSource {
    static final String GUARD = "guard";

    @Override
    public List<Named> targets() {
      return List.of(new Named(GUARD, "The guard, with a model behind it that obeys everything"));
    }

    @Override
    public Optional<Target> open(String name) {
      return name.equals(GUARD) ? Optional.of(RedTeam.guarded(RedTeam.obeying())) : Optional.empty();
    }
  }
}
