package org.yima.platform;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yima.platform.store.ColumnKeys;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;

/** What the server and the operator's office both stand on: time, chance and the column keys. */
@Configuration(proxyBeanMethods = false)
class Foundation {
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.system(Call.ZONE);
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }

  @Bean
  Vault vault(
      @Value("${yima.keys.columns}") Path file,
      @Value("${yima.keys.password}") String password,
      SecureRandom random) {
    return new Vault(ColumnKeys.fromPkcs12(file, password.toCharArray()), random);
  }
}
