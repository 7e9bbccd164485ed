package org.yima.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.yima.platform.institution.Registry;
import org.yima.platform.security.PlatformKeys;
import org.yima.platform.store.ColumnKeys;
import org.yima.platform.store.Database;
import org.yima.platform.store.Numbers;
import org.yima.platform.store.RandomCodes;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.policy.PolicyBook;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.Reception;

/** Puts the server together. Clock, keys and policies may be brought along by who starts it. */
@SpringBootApplication
@EnableConfigurationProperties(PlatformKeys.class)
public class Server {
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

  @Bean
  KeyRing platformKeys(PlatformKeys keys, Clock clock, SecureRandom random) throws IOException {
    return keys.open(clock, random);
  }

  @Bean
  Reception reception(KeyRing keys, Registry registry, Clock clock, SecureRandom random) {
    return new Reception(keys, registry, clock, random);
  }
}
