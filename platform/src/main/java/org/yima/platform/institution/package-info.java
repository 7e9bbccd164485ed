/**
 * Who may call: institutions, the systems they call from, their certificates and suites, and the
 * districts they belong to. Kept in memory and watched, because every call asks.
 */
package org.yima.platform.institution;
