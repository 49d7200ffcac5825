package dev.hitlai.aitester.browser;

import dev.hitlai.aitester.page.Element;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether pressing something would take an account, or data that somebody made, away for good.
 *
 * <p>What decides is what is erased, not the verb alone: people must be able to take a filter, a
 * basket's line or an entry of a list away. A label that names an account or its data ("Delete my
 * account", "Konto löschen") is a threat wherever it stands. A label that says no more than
 * "Delete" or "Yes" is judged by what stands around it: the heading, the group, and where its link
 * or form leads. A question about erasing ("How do I delete my account?") is only something to
 * read. English, German, French and Spanish are understood.
 */
final class Erasure {
  /** Erasing for good, of whatever it names. */
  private static final String HARD =
      "delete|erase|destroy|purge|löschen|lösche|supprimer|effacer|eliminar|elimina|borrar|borra";

  /** Erasing only when an account, a contract or everything is named. */
  private static final String SOFT =
      "remove|close|deactivate|disable|terminate|cancel|reset|clear|wipe|entfernen|kündigen"
          + "|schließen|deaktivieren|auflösen|beenden|zurücksetzen|fermer|clôturer|résilier"
          + "|désactiver|cerrar|cancelar|desactivar|dar de baja";

  private static final String ACCOUNT =
      "\\p{L}*accounts?|profiles?|workspaces?|organi[sz]ations?|tenant|subscriptions?|memberships?"
          + "|(?:all|my|your|personal|user|account|customer) (?:\\p{L}+ )?data"
          + "|\\p{L}*kont(?:o|en)|profil|abo|abonnements?|mitgliedschaft|vertrag"
          + "|(?:alle|meine|deine|ihre|persönliche[nr]?) daten"
          + "|comptes?|(?:mes|vos|toutes les) données"
          + "|cuentas?|perfil|suscripción|(?:mis|sus|todos los) datos";

  /** What people made or keep, and don't get back. */
  private static final String WORK =
      "users?|customers?|clients?|members?|employees?|patients?|contacts?|teams?|companies|company"
          + "|projects?|repositor(?:y|ies)|repo|databases?|data|backups?|history|files?|documents?"
          + "|folders?|photos?|albums?|videos?|messages?|e-?mails?|conversations?|posts?|articles?"
          + "|sites?|websites?|domains?|servers?|projekte?|daten|dateien?|dokumente?"
          + "|fotos?|nachrichten?|benutzer|nutzer|kunden?|données|fichiers?|projets?|messages?|datos|archivos?|proyectos?|mensajes?";

  /** Belongs to an account, but as a heading also stands over a basket. */
  private static final String KEPT =
      "address|payment method|order|booking|reservation|appointment|contract|plan|trial";

  private static final String ALL =
      "all|everything|forever|permanently|irreversibly|alles|alle|endgültig|dauerhaft"
          + "|tout|toute|tous|toutes|définitivement|todo|toda|todos|todas|definitivamente";

  /** Up to three words between a verb and what it is about: "my", "this entire" and the like. */
  private static final String GAP =
      "(?:\\s+(?!(?:and|or|to|from|in|on|with|for|back|und|oder|zu|aus|et|ou|de|y|o)\\b)"
          + "[\\p{L}\\d’'-]+){0,3}?\\s+(?:\\p{L}{1,2}[’'])?";

  /** "Close account menu" closes a menu, and "Delete profile picture" leaves the profile. */
  private static final String PART =
      "(?![’'\\w]*[\\s-]+(?:menu|filters?|dialog|panel|tab|pictures?|photos?|images?|settings"
          + "|details|form|page|window|search|switcher|list|view|preferences|menü|bild|foto)\\b)";

  private static final Pattern ACCOUNT_ERASED =
      words(
          "\\b(?:(?:%1$s|%2$s)%4$s(?:%3$s)|(?:%3$s)%4$s(?:%1$s|%2$s))\\b%5$s"
                  .formatted(HARD, SOFT, ACCOUNT, GAP, PART)
              + "|\\b(?:end|leave) (?:(?:my|your|this|the) )?(?:subscription|membership|workspace"
              + "|organi[sz]ation|team)\\b|\\bfactory reset\\b"
              + "|\\b(?:empty|clear) (?:the )?(?:trash|recycle bin)\\b|\\bpapierkorb leeren\\b"
              + "|\\b(?:request|confirm|start|schedule)%2$s(?:%1$s) (?:deletion|closure|erasure)\\b"
                  .formatted(ACCOUNT, GAP));

  private static final Pattern WORK_ERASED =
      words(
          ("\\b(?:(?:%1$s)%3$s(?:%2$s|%5$s)|(?:%2$s|%5$s)%3$s(?:%1$s)|(?:%1$s)\\s+(?:%4$s)"
                  + "|(?:%4$s)\\s+(?:%1$s)|(?:remove|clear|wipe|reset)\\s+everything"
                  + "|cancel (?:(?:my|this|your|the) )?(?:%5$s))\\b%6$s")
              .formatted(HARD, WORK, GAP, ALL, KEPT, PART));

  /** What may be taken away at any time: it is chosen, noted or sorted, not owned. */
  private static final Pattern SLIGHT =
      words(
          "\\b(?:filters?|search(?:es)?|drafts?|carts?|baskets?|bags?|trolley|wish ?lists?"
              + "|favou?rites|to-?dos?|tasks?|shopping list|selection|comparison|compare|completed"
              + "|items?|row|line|tags?|warenkorb|merkzettel|einkaufs\\p{L}+|aufgaben?|suche|panier"
              + "|recherche|carrito|cesta|búsqueda)\\b");

  private static final Pattern BARE =
      words(
          "^\\W*(?:(?:yes|ok|okay|ja|oui|sí)\\W+)?(?:%s)(?:\\s+(?:it|this|that|now|jetzt))?\\W*$"
              .formatted(HARD));

  private static final Pattern CONFIRMING =
      words(
          "^\\W*(?:yes|ok|okay|confirm|continue|proceed|submit|i understand|i am sure|i’m sure"
              + "|i'm sure|remove|terminate|deactivate|ja|bestätigen|weiter|fortfahren|entfernen"
              + "|oui|confirmer|continuer|sí|confirmar|continuar|aceptar|%s)\\b".formatted(HARD));

  private static final Pattern OWNED =
      words("\\b(?:%s|%s|danger zone|cannot be undone)\\b".formatted(ACCOUNT, WORK));

  private static final Pattern QUESTION =
      words("^\\W*(?:how|what|why|when|where|can|learn|about|wie|was|warum|wann|comment|cómo)\\b");

  private Erasure() {}

  /**
   * @param formAction address to which the form around the element is sent, empty without one
   */
  static boolean threatens(Element target, String formAction) {
    var place = Place.of(target, formAction);
    return Stream.of(target.text(), target.name())
        .map(label -> label.strip().toLowerCase(Locale.ROOT))
        .anyMatch(label -> threatens(label, place));
  }

  private static boolean threatens(String label, Place place) {
    if (QUESTION.matcher(label).find()) {
      return false;
    }
    return erases(label)
        || (BARE.matcher(label).find() && place.isOwned())
        || (CONFIRMING.matcher(label).find() && place.asksToErase());
  }

  private static boolean erases(String words) {
    return ACCOUNT_ERASED.matcher(words).find()
        || (WORK_ERASED.matcher(words).find() && !SLIGHT.matcher(words).find());
  }

  /**
   * What stands around an element, in lower case.
   *
   * @param ways the words of the addresses that its link and form lead to
   */
  private record Place(String heading, String group, String ways) {

    static Place of(Element target, String formAction) {
      var link = target.link();
      return new Place(
          target.context().heading().toLowerCase(Locale.ROOT),
          target.context().group().toLowerCase(Locale.ROOT),
          path(link == null ? "" : link.href()) + "\n" + path(formAction));
    }

    boolean isOwned() {
      var all = heading + "\n" + group + "\n" + ways;
      return OWNED.matcher(all).find() && !SLIGHT.matcher(all).find();
    }

    /** A basket's or list's line may be called as it likes; a question above it may not. */
    boolean asksToErase() {
      return erases(heading)
          || (!SLIGHT.matcher(heading + "\n" + ways).find() && (erases(group) || erases(ways)));
    }
  }

  /** The words of an address's path; the host says nothing about what a form does. */
  private static String path(String address) {
    try {
      var path = new URI(address).getPath();
      return path == null ? "" : path.replaceAll("[/_.-]+", " ").strip().toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return address
          .replaceAll("\\W+", " ")
          .toLowerCase(Locale.ROOT); // Browsers follow more than the syntax allows.
    }
  }

  private static Pattern words(String expression) {
    return Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS);
  }
}
