package dev.hitlai.aitester.browser;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages that are open in a session, the newest last, and what they do unasked. */
final class Tabs {
  private static final int MAX_TABS = 5;
  private static final int MAX_DIALOGS = 25;

  private final BrowserSlot slot;
  private final SessionSettings settings;
  private final Journal journal;
  private final List<Page> pages = new ArrayList<>();
  private final Map<Page, IsolatedWorld> worlds = new HashMap<>();
  private int dialogs;
  private boolean closing;

  Tabs(BrowserSlot slot, SessionSettings settings, Journal journal) {
    this.slot = slot;
    this.settings = settings;
    this.journal = journal;
  }

  void adopt(Page page) {
    if (SparePage.isInUse()) { // The tester's own is no tab of the visit.
      return;
    }
    if (pages.size() >= MAX_TABS) {
      journal.note(IncidentKind.NEW_TAB, "More than " + MAX_TABS + " tabs; the newest was closed");
      page.close();
      return;
    }
    boolean opened = !pages.isEmpty();
    pages.add(page);
    listenTo(page);
    var world = new IsolatedWorld(page);
    worlds.put(page, world);
    if (settings.persona().slowNetwork()) {
      world
          .session()
          .send(
              "Network.emulateNetworkConditions",
              ConnectionProfile.slowTo(settings.start()).networkConditions());
    }
    if (opened) {
      journal.note(IncidentKind.NEW_TAB, page.url());
    }
  }

  private void listenTo(Page page) {
    journal.listenTo(page);
    page.onDialog(this::answer);
    page.onDownload(download -> journal.note(IncidentKind.DOWNLOAD, download.suggestedFilename()));
    page.onFileChooser(_ -> journal.note(IncidentKind.DIALOG, "a file is asked for"));
    page.onCrash(this::crashed);
    page.onClose(this::drop);
  }

  private void drop(Page page) {
    pages.remove(page);
    worlds.remove(page);
  }

  /** Thrown out of the waiting call: the answer of a crashed page never comes. */
  private void crashed(Page page) {
    drop(page);
    if (!closing) {
      throw new PageFailure(PageFailure.Kind.CRASHED, "The page crashed: " + page.url());
    }
  }

  private void answer(Dialog dialog) {
    var kind = dialog.type();
    if (++dialogs > MAX_DIALOGS) {
      slot.endRenderers(); // A page that asks without end.
      return;
    }
    if (!kind.equals("beforeunload") || dialogs < 3) {
      journal.note(IncidentKind.DIALOG, kind + ": " + dialog.message());
    }
    if (kind.equals("alert") || kind.equals("beforeunload")) {
      dialog.accept();
    } else {
      dialog.dismiss();
    }
  }

  boolean isEmpty() {
    return pages.isEmpty();
  }

  int count() {
    return pages.size();
  }

  Page newest() {
    return pages.getLast();
  }

  IsolatedWorld worldOf(Page page) {
    return worlds.computeIfAbsent(page, IsolatedWorld::new);
  }

  void closeAll() {
    List.copyOf(pages).forEach(Page::close);
  }

  /** The pages are gone with their browser. */
  void forget() {
    pages.clear();
    worlds.clear();
  }

  /** A page that asked without end is gone, and the next may ask again. */
  void forgetDialogs() {
    dialogs = 0;
  }

  /** From here on a page may crash: nobody waits for it. */
  void expectTheEnd() {
    closing = true;
  }
}
