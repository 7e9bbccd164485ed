package org.yima.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may know whom. ARCHITECTURE.md gives the picture; a rule here is the part of it that a
 * compiler would not notice. A rule about a package that does not exist yet holds by itself and
 * waits: the feature packages of platform, its {@code gateway}, {@code notify}, {@code console} and
 * {@code store}, are made one after the other.
 */
final class ArchitectureRules {
  private static final String PLATFORM = "org.yima.platform..";
  private static final String[] EVERYWHERE = {"org.jspecify.annotations.."};

  /** The modules below each module. What is not named here may not be imported. */
  static final Map<String, Set<String>> BELOW =
      Map.of(
          "protocol", Set.of(),
          "securitypkg", Set.of("protocol"),
          "client", Set.of("protocol", "securitypkg"),
          "settlement", Set.of(),
          "policy", Set.of("settlement"),
          "platform", Set.of("protocol", "securitypkg", "settlement", "policy"));

  private static final String[] HTTP = {
    "java.net.http..",
    "com.sun.net.httpserver..",
    "jakarta.servlet..",
    "org.apache.catalina..",
    "org.apache.tomcat..",
    "org.springframework.http..",
    "org.springframework.web.."
  };

  private static final String[] DATABASE = {
    "java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer.hikari..", "org.flywaydb.."
  };

  /** The outermost class of a repository is a plural noun: Orders, Institutions, People. */
  private static final Pattern PLURAL = Pattern.compile("\\w*[^s]s|People");

  static final Map<String, ArchRule> RULES =
      Map.of(
          "settlement is pure computation",
              onlyDependsOn("settlement", javaBase().and(not(inputAndOutput()))),
          "protocol depends on the JDK alone", onlyDependsOn("protocol", jdk()),
          "securitypkg adds BouncyCastle alone",
              onlyDependsOn(
                  "securitypkg",
                  jdk().or(resideInAnyPackage("org.yima.protocol..", "org.bouncycastle.."))),
          "HTTP stays at the edge", onlyAtTheEdge(),
          "SQL stays in repositories and store", onlyInRepositories(),
          "nobody imports the console", nobodyImportsTheConsole(),
          "handlers do not see idempotency", handlersDoNotSeeIdempotency());

  private ArchitectureRules() {}

  private static ArchRule onlyDependsOn(String module, DescribedPredicate<JavaClass> allowed) {
    String own = "org.yima." + module + "..";
    return classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(own).or(resideInAnyPackage(EVERYWHERE)).or(allowed))
        .allowEmptyShould(true);
  }

  /** One rule for each module of {@link #BELOW}: it may import those below it and no other. */
  static ArchRule knowsOnlyThoseBelow(String module) {
    Set<String> below = BELOW.getOrDefault(module, Set.of());
    String[] allowed =
        Stream.concat(below.stream(), Stream.of(module))
            .map(name -> "org.yima." + name + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("org.yima." + module + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.yima..").and(resideOutsideOfPackages(allowed)))
        .allowEmptyShould(true);
  }

  /** An edge is a package or a class: the server's own Gateway, or one to a service elsewhere. */
  private static ArchRule onlyAtTheEdge() {
    return noClasses()
        .that(
            resideInAnyPackage(PLATFORM)
                .and(resideOutsideOfPackages("..gateway..", "..notify..", "..console.."))
                .and(not(outermostName("a gateway", name -> name.contains("Gateway")))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(HTTP))
        .because("what HTTP is like must not reach the handlers: pass bytes and records")
        .allowEmptyShould(true);
  }

  private static ArchRule onlyInRepositories() {
    return noClasses()
        .that(
            resideInAnyPackage(PLATFORM)
                .and(resideOutsideOfPackages("..store.."))
                .and(not(outermostName("a plural noun", PLURAL.asMatchPredicate()))))
        .should()
        .dependOnClassesThat(resideInAnyPackage(DATABASE))
        .because("SQL stands in the repository of its table, named by a plural noun such as Orders")
        .allowEmptyShould(true);
  }

  private static ArchRule nobodyImportsTheConsole() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("org.yima.platform.console..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.yima.platform.console..")
        .because("consoles look at everything and nothing looks at them")
        .allowEmptyShould(true);
  }

  /**
   * Copies of a call are recognised around the handlers, once for all of them. By name on both
   * sides, so that it also judges classes whose neighbours were not imported.
   */
  private static ArchRule handlersDoNotSeeIdempotency() {
    return noClasses()
        .that(describe("are handlers", ArchitectureRules::isHandler))
        .should()
        .dependOnClassesThat(
            describe("stand around the handlers", type -> isAround(type.getName())))
        .because("a handler that sees a copy of a call would answer it in its own way")
        .allowEmptyShould(true);
  }

  private static boolean isHandler(JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .anyMatch(each -> each.getName().equals("org.yima.platform.transaction.Transaction"));
  }

  private static boolean isAround(String name) {
    return Stream.of("Idempotency", "ContentDigest", "InFlight")
        .map("org.yima.platform."::concat)
        .anyMatch(each -> name.equals(each) || name.startsWith(each + "$"));
  }

  private static DescribedPredicate<JavaClass> outermostName(
      String description, Predicate<String> name) {
    return describe(description, type -> name.test(outermost(type).getSimpleName()));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaClass> javaBase() {
    return inPackages("java.base", packagesOf("java.base"::equals));
  }

  private static DescribedPredicate<JavaClass> jdk() {
    return inPackages("the JDK", packagesOf(module -> module.startsWith("java.")));
  }

  private static DescribedPredicate<JavaClass> inputAndOutput() {
    return resideInAnyPackage("java.io..", "java.nio..", "java.net..");
  }

  private static Set<String> packagesOf(Predicate<String> moduleName) {
    return ModuleLayer.boot().modules().stream()
        .filter(module -> moduleName.test(module.getName()))
        .flatMap(module -> module.getPackages().stream())
        .collect(Collectors.toSet());
  }

  /** Primitive types and arrays of them have no package; they are part of the language. */
  private static DescribedPredicate<JavaClass> inPackages(String name, Set<String> packages) {
    return describe(
        name,
        type ->
            type.getBaseComponentType().isPrimitive()
                || packages.contains(type.getBaseComponentType().getPackageName()));
  }
}
