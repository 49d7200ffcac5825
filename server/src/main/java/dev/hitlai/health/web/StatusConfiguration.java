package dev.hitlai.health.web;

import dev.hitlai.health.internal.status.StatusBoard;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the status pages' lane before the rest of the server. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {
  /** Bytes: a packed page of a hundred parts goes out in one write instead of two. */
  private static final String WRITTEN_AT_ONCE = "16384";

  /** The board is taken late: the web server begins before the database is asked for anything. */
  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> statusLane(
      ObjectProvider<StatusBoard> board) {
    return factory -> {
      factory.addEngineValves(new StatusLane(board::getObject));
      factory.addConnectorCustomizers(
          connector -> connector.setProperty("socket.appWriteBufSize", WRITTEN_AT_ONCE));
    };
  }
}
