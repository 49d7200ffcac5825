package dev.hitlai.redteam.internal.store;

import dev.hitlai.redteam.RedTeam;
import dev.hitlai.redteam.Target;
import dev.hitlai.redteam.TargetSource;
import dev.hitlai.redteam.internal.targets.AiTesterTarget;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
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

  /** What is there without any model: the guard before the worst of them, and the AI tester. */
  @Component("redTeamBuiltInTargets")
  static class BuiltIn implements TargetSource, DisposableBean {
    static final String GUARD = "guard";
    static final String TESTER = "ai-tester";

    private final AiTesterTarget tester;

    BuiltIn(Clock clock) {
      tester = new AiTesterTarget(clock);
    }

    @Override
    public List<Named> targets() {
      return List.of(
          new Named(GUARD, "The guard, with a model behind it that obeys everything"),
          new Named(
              TESTER, "The whole AI tester on a page with the attack, some ten seconds each"));
    }

    @Override
    public Optional<Target> open(String name) {
      return switch (name) {
        case GUARD -> Optional.of(RedTeam.guarded(RedTeam.obeying()));
        case TESTER -> Optional.of(tester);
        default -> Optional.empty();
      };
    }

    @Override
    public void destroy() {
      tester.close();
    }
  }
}
