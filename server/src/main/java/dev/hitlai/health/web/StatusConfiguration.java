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
  /** The board is taken late: the web server begins before the database is asked for anything. */
  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> statusLane(
      ObjectProvider<StatusBoard> board) {
    return factory -> factory.addEngineValves(new StatusLane(board::getObject));
  }
}
