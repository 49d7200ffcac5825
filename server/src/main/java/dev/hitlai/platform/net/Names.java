package dev.hitlai.platform.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who says which addresses a name has. It may say something else each time it is asked. */
@FunctionalInterface
public interface Names {
  /** The name servers that this machine knows. */
  Names OF_THE_SYSTEM = InetAddress::getAllByName;

  /**
   * @param host a name, or an address as text
   */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
