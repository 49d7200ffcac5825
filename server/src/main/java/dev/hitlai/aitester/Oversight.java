package dev.hitlai.aitester;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.page.PageView;
import org.jspecify.annotations.Nullable;

/** Who may stop the tester from outside: asked before each action, from several threads at once. */
public interface Oversight {

  /** Lets everything pass; the tester's own limits hold all the same. */
  Oversight NONE =
      new Oversight() {
        @Override
        public @Nullable String forbids(Action action, PageView page) {
          return null;
        }

        @Override
        public @Nullable String stopped() {
          return null;
        }
      };

  /** Why this action must not be carried out here, as one sentence; null lets it pass. */
  @Nullable String forbids(Action action, PageView page);

  /** Why the tester has to stop at once, as one sentence; null while it may go on. */
  @Nullable String stopped();
}
