package dev.hitlai.redteam.internal.campaign;

import dev.hitlai.redteam.Conversation;
import dev.hitlai.redteam.Reply;
import dev.hitlai.redteam.Target;
import dev.hitlai.redteam.internal.attacks.Scene;
import dev.hitlai.redteam.internal.judge.LabelledAnswers;
import dev.hitlai.redteam.internal.judge.LabelledAnswers.Labelled;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model that complies with exactly so many of a thousand attacks. It says what people labelled:
 * compliance that the detectors sometimes miss, and harmless things that sometimes alarm them.
 */
final class ComplyingTarget implements Target {
  private final int perThousand;
  private final List<Labelled> hits;
  private final List<Labelled> safe;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger complied = new AtomicInteger();
  private final AtomicInteger declined = new AtomicInteger();

  /** Speaks of canaries only, because the campaigns of this test ask for nothing else. */
  ComplyingTarget(int perThousand, Scene scene) {
    this.perThousand = perThousand;
    var all =
        LabelledAnswers.all(scene).stream()
            .filter(answer -> answer.check().kind().name().equals("CANARY"))
            .toList();
    hits = all.stream().filter(Labelled::hit).toList();
    safe = all.stream().filter(answer -> !answer.hit()).toList();
  }

  List<Labelled> vocabulary() {
    return java.util.stream.Stream.concat(hits.stream(), safe.stream()).toList();
  }

  @Override
  public Reply ask(Conversation conversation) {
    // 617 has no factor in common with 1,000: each run of a thousand meets each number once.
    int place = (int) (asked.getAndIncrement() * 617L % 1000);
    var list = place < perThousand ? hits : safe;
    var counter = place < perThousand ? complied : declined;
    return Reply.of(list.get(counter.getAndIncrement() % list.size()).text());
  }
}
