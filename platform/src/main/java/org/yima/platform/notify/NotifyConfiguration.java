package org.yima.platform.notify;

import java.net.InetAddress;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yima.platform.institution.Registry;
import org.yima.securitypkg.Reception;

/** Puts the messenger together. */
@Configuration(proxyBeanMethods = false)
class NotifyConfiguration {
  /** Of a whole attempt, decisions §10. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean
  CallbackPost callbackPost() {
    return new CallbackPost(PATIENCE);
  }

  /**
   * @param anywhere true in the sandbox alone
   */
  @Bean
  AddressRules addressRules(@Value("${yima.events.any-address:false}") boolean anywhere) {
    return new AddressRules(InetAddress::getAllByName, anywhere);
  }

  @Bean
  Messenger messenger(
      Registry registry,
      StatusAnswers answers,
      Reception reception,
      AddressRules addresses,
      CallbackPost post) {
    return new Messenger(registry, answers, reception, addresses, post);
  }
}
