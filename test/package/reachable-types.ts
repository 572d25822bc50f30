import { join } from 'node:path';
import ts from 'typescript-5.8';

/**
 * Types of ours that a bot can reach from what the package exports, and that it cannot name: no entry exports them.
 *
 * @param folder where the package is installed
 * @param entries the declaration files of its entries
 * @returns the type, and from where it is reached
 */
export function unexportedTypes(folder: string, entries: readonly string[]): readonly string[] {
  const program = ts.createProgram([...entries], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const ours = join(folder, 'dist/');
  const real = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  const exported = new Set(entries.flatMap((entry) => exportsOf(program, checker, entry)).map(real));
  const seen = new Set<ts.Symbol>();
  const missing = new Set<string>();

  const visit = (symbol: ts.Symbol): void => {
    if (seen.has(symbol)) return;
    seen.add(symbol);
    for (const declaration of symbol.declarations ?? []) walk(declaration, symbol.name);
  };
  const walk = (node: ts.Node, from: string): void => {
    if (isPrivate(node)) return;
    const name = typeNameIn(node);
    const named = name && checker.getSymbolAtLocation(name);
    if (named !== undefined && isOurs(real(named), ours)) {
      if (!exported.has(real(named))) missing.add(`${real(named).name}, reached from ${from}`);
      visit(real(named));
    }
    ts.forEachChild(node, (child) => walk(child, from));
  };
  for (const symbol of exported) if (isOurs(symbol, ours)) visit(symbol);
  return [...missing].sort();
}

function exportsOf(program: ts.Program, checker: ts.TypeChecker, entry: string): readonly ts.Symbol[] {
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`${entry} exports nothing`);
  return checker.getExportsOfModule(module);
}

function isOurs(symbol: ts.Symbol, ours: string): boolean {
  return (symbol.declarations ?? []).some(
    (one) => one.getSourceFile().fileName.startsWith(ours) && !ts.isTypeParameterDeclaration(one),
  );
}

function isPrivate(node: ts.Node): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) === true;
}

/** The name by which a declaration refers to another one. */
function typeNameIn(node: ts.Node): ts.Node | undefined {
  if (ts.isTypeReferenceNode(node)) return node.typeName;
  if (ts.isExpressionWithTypeArguments(node)) return node.expression;
  if (ts.isTypeQueryNode(node)) return node.exprName;
  return ts.isImportTypeNode(node) ? node.qualifier : undefined;
}
