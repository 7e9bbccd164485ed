/** Owns nothing yet. */
package org.yima.securitypkg;
