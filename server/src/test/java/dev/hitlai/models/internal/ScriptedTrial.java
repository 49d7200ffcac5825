package dev.hitlai.models.internal;

import java.util.function.ObjIntConsumer;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Measures nothing and says what it was told to: tests of the job need no browser. */
@Component
@Primary
public class ScriptedTrial implements Trial {
  private volatile boolean failing;

  /** From now on it breaks off, or it doesn't. */
  public void fails(boolean failing) {
    this.failing = failing;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String version() {
    return "100 defects";
  }

  @Override
  public Result run(ObjIntConsumer<String> progress) {
    progress.accept("Half way", 50);
    if (failing) {
      throw new IllegalStateException("as the test wants it");
    }
    return new Result(100, 90, 200, 190);
  }
}
