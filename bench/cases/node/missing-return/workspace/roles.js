const ROLES = [
  { name: 'admin', rights: ['read', 'write'] },
  { name: 'guest', rights: ['read'] },
];

function findRole(name) {
  ROLES.find((role) => role.name === name);
}

export function may(name, right) {
  const role = findRole(name);
  return role.rights.includes(right);
}

export function names() {
  return ROLES.map((role) => role.name);
}
