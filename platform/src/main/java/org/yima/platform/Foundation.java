package org.yima.platform;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yima.platform.store.ColumnKeys;
import org.yima.platform.store.Database;
import org.yima.platform.store.Numbers;
import org.yima.platform.store.RandomCodes;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.policy.PolicyBook;

/**
 * What the server and the operator's office both stand on: time, chance, numbers, rules and keys.
 */
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
  @ConditionalOnMissingBean
  PolicyBook policies() {
    return PolicyBook.bundled();
  }

  @Bean
  Numbers numbers(Database database) {
    return new Numbers(database);
  }

  @Bean
  RandomCodes randomCodes(SecureRandom random) {
    return new RandomCodes(random);
  }

  @Bean
  Vault vault(
      @Value("${yima.keys.columns}") Path file,
      @Value("${yima.keys.password}") String password,
      SecureRandom random) {
    return new Vault(ColumnKeys.fromPkcs12(file, password.toCharArray()), random);
  }
}
