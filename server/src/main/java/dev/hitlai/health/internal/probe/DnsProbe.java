package dev.hitlai.health.internal.probe;

import dev.hitlai.health.Monitor;
import java.util.Hashtable;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/** Asks the system's name servers, past every cache of this server. */
final class DnsProbe {
  private DnsProbe() {}

  /** What is wrong with what a name leads to; null when nothing is. */
  static @Nullable String complaint(Monitor monitor, int timeoutMs) throws NamingException {
    String name = monitor.target().url().substring("dns:".length());
    var found = ask(name, monitor.target().dnsRecordType(), timeoutMs);
    if (found.isEmpty()) {
      return "The name has no record of this type.";
    }
    var expected = new TreeSet<String>();
    monitor.expectation().addresses().forEach(address -> expected.add(normal(address)));
    return expected.isEmpty() || expected.equals(found)
        ? null
        : "The name leads to " + String.join(", ", found) + ".";
  }

  // Only the provider of DNS is asked, whose answers are text: nothing is deserialized.
  @SuppressWarnings("BanJNDI")
  private static Set<String> ask(String name, String type, int timeoutMs) throws NamingException {
    var settings = new Hashtable<String, String>();
    settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    settings.put(Context.PROVIDER_URL, "dns:");
    settings.put("com.sun.jndi.dns.timeout.initial", String.valueOf(Math.max(100, timeoutMs / 4)));
    settings.put("com.sun.jndi.dns.timeout.retries", "2");
    var context = new InitialDirContext(settings);
    try {
      var attribute = context.getAttributes(name, new String[] {type}).get(type);
      var found = new TreeSet<String>();
      if (attribute != null) {
        for (int i = 0; i < attribute.size(); i++) {
          found.add(normal(String.valueOf(attribute.get(i))));
        }
      }
      return found;
    } catch (NameNotFoundException e) {
      return Set.of();
    } finally {
      context.close();
    }
  }

  /** Name servers differ in the final dot, in case and in quotes. */
  private static String normal(String record) {
    String lower = record.strip().toLowerCase(Locale.ROOT).replace("\"", "");
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
