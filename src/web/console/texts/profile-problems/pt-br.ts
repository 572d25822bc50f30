import type { ProfileProblems } from './profile-problem.ts';

export const brazilianProfileProblems: ProfileProblems = {
  'the base URL needs a field <name>': 'A URL base precisa de um campo <name>',
  'the base URL needs it, so it cannot be optional': 'A URL base fica incompleta sem este campo',
  'no field provides <name>': 'Nenhum campo fornece <name>',
  'it must be one scope, without spaces': 'Digite um único escopo, sem espaços',
  'the protocol sets it': 'O próprio protocolo define isso',
  'a bot that authorizes itself needs a secret': 'Um bot que se autoriza sozinho precisa de um segredo',
  'it is missing: enter the client id of the OAuth app': 'Está faltando: digite o ID do cliente do aplicativo OAuth',
  'it is missing: enter the client secret of the OAuth app':
    'Está faltando: digite o segredo do cliente do aplicativo OAuth',
  'it is empty': 'Está vazio',
  '<name> is an address: start with it': '<name> é um endereço inteiro: comece por ele',
  '<name> is a whole host here: write <address>': '<name> é aqui um host inteiro: escreva <address>',
  '<name> decides the host: list its hosts': '<name> começa um endereço: informe quais hosts são permitidos',
  'it must be an absolute https address, without a user name and without #':
    'Digite um endereço https completo, sem nome de usuário e sem #',
  'a loopback address is only for a sandbox: set allowInsecureLoopback':
    'Esta máquina só é permitida para um ambiente de testes: ative allowInsecureLoopback',
  'it must be https': 'O endereço precisa ser https',
  'it must not contain a port': 'O endereço não pode conter uma porta',
  '<host> is not a public host, so no request may go there':
    '<host> não é um host público, então nenhuma solicitação pode ir para lá',
  'the host must end in a fixed domain, as in https://{tenant}.example.com':
    'O host precisa terminar em um domínio fixo, como em https://{tenant}.example.com',
  'the field <name> is part of a host, so it needs a pattern':
    'O campo <name> faz parte de um host, então precisa de um padrão',
  '<braces> has no meaning in an address': '<braces> não significa nada em um endereço',
  '<name> is not a known name; known names: none': '<name> não é conhecido aqui; não há nomes conhecidos',
  '<name> is not a known name; known names: <names>': '<name> não é conhecido aqui; são conhecidos <names>',
  '{tenant} needs a `tenant` that says what people enter':
    '{tenant} precisa de um locatário: informe em `tenant` o que é perguntado',
  'another field has this key': 'Outro campo já tem esta chave',
  'use letters, digits and _ only, and start with a letter': 'Só letras, números e _, começando com uma letra',
  '<name> is reserved: use another name': '<name> tem um significado próprio: use outro nome',
  'another placement has this <place>': 'Outra posição já tem este nome (<place>)',
  'no placement contains the credential: use <names>': 'Nada contém a credencial: use <names>',
  'write <name>': 'Escreva <name>',
  'it is not a header name': 'Não é um nome de cabeçalho',
  'a credential must not set this header': 'Uma credencial não pode definir este cabeçalho',
  'it needs revocationUrl': 'Para isso é preciso uma URL de revogação',
  'add <scope>: without it <product> gives no refresh token':
    'Adicione <scope>: sem ele, <product> não fornece um token de atualização',
  'people are offered it, but with it the bot itself signs in':
    'Está selecionado para pessoas, mas com ele é o próprio bot que entra',
  'the API <api> needs a field <name>': 'A API <api> precisa de um campo <name>',
  'the API <api> needs it, so it cannot be optional': 'A API <api> não funciona sem ele',
  'a secret must not be part of the base URL, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'Um segredo não pode fazer parte da URL base, que aparece em erros e registros: coloque-o no caminho ou dê ao campo o tipo textbox',
  'a secret must not be part of the API <api>, which errors and logs contain: use a placement in the path, or make the field a textbox':
    'Um segredo não pode fazer parte do endereço da API <api>, que aparece em erros e registros: coloque-o no caminho ou dê ao campo o tipo textbox',
  'a header cannot have this value': 'Um cabeçalho não pode ter este valor',
};
