package dev.hitlai.aitester.run;

import dev.hitlai.aitester.EvidenceStore;
import dev.hitlai.aitester.audit.OnceForAll;
import dev.hitlai.aitester.audit.Sight;
import dev.hitlai.aitester.run.Shots.Shot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Pictures of page states for all personas of a run with the same eyes: what several of them see is
 * photographed once. A long page takes the browser longer to draw than to judge.
 */
final class Album {
  private final EvidenceStore store;
  private final String prefix;
  private final OnceForAll<Page, Picture> pictures = new OnceForAll<>();
  private final Map<String, Integer> names = new ConcurrentHashMap<>();

  /**
   * @param whole from its top, else what is on the screen
   */
  private record Page(Sight sight, boolean whole) {}

  /** A picture and the reference under which it is kept. */
  record Picture(String reference, Shot shot) {}

  /**
   * @param prefix of the pictures' names; another one for each album of a run
   */
  Album(EvidenceStore store, String prefix) {
    this.store = store;
    this.prefix = prefix;
  }

  Picture of(Sight sight, boolean whole, String name, Supplier<Shot> take) {
    return pictures.of(new Page(sight, whole), () -> keep(name, take.get()));
  }

  private Picture keep(String name, Shot shot) {
    int same = names.merge(name, 1, Integer::sum); // A state may look otherwise to the next.
    var file = prefix + "-" + name + (same > 1 ? "-" + same : "") + ".jpg";
    return new Picture(store.save(file, Shots.MEDIA_TYPE, shot.jpeg()), shot);
  }
}
