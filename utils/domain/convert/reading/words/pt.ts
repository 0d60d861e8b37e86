import type { WordList } from './word-list';

/** Portuguese. */
export const pt: WordList = {
  size: 'tamanho|tamanhos|tam|número|numero|núm|manequim|numeração|medida|nº',
  shoeSize:
    'calço|calco|calça número|número do sapato|número do calçado|número de sapato|número do pé|calço número|eu calço|ela calça|ele calça|tamanho do sapato',
  wear: 'me serve|me servem|uso|usa|visto|veste|eu uso|geralmente uso|normalmente uso|costumo usar|normalmente|geralmente|meu número é|meu tamanho é|sou',
  wish: 'em|no|na|o|a|um|uma|do|ao|preciso|quero|queria|tem|têm|vocês têm|vocês tem|comprei|comprei o|pedi|pedi o|trocar por|trocar pelo|troca pelo|pelo|pela|para o|para|ou|seria|serve|recebi|gostaria',
  filler:
    'é|e|de|do|da|em|no|na|o|a|meu|minha|um|uma|seu|sua|os|as|são|seria|equivale|aproximadamente|brasileiro|brasileira|para',
  available: 'por favor|disponível|disponíveis|obrigado|obrigada|ou|em estoque|em stock|também|para|por|ainda',
  or: 'ou|e|ao',
  half: 'e meio|e meia',
  audience: {
    women: 'mulher|mulheres|feminino|feminina|femininos|femininas|senhora|esposa|moça|namorada',
    men: 'homem|homens|masculino|masculina|marido|esposo|namorado',
    kids: 'criança|crianças|infantil|bebê|bebé|menino|menina|filho|filha|infantis',
  },
  topic: {
    shoes: 'sapato*|sandália*|bota|botas|tênis|tenis|ténis|calçado*|chinelo*|salto|sapatilha*|coturno|rasteirinha',
    dress: 'vestido*|saia|saias',
    top: 'camiseta*|blusa*|moletom|suéter|regata|t-shirt|camisola',
    jacket: 'jaqueta*|casaco*|paletó|terno|fato|blazer',
    jeans: 'calça|calças|jeans|bermuda',
    shirt_collar: 'colarinho',
    clothing: 'roupa|roupas|camisa|camisas|biquíni|maiô|pijama|fantasia|lingerie|cueca|calcinha',
    bra: 'sutiã|sutiãs|sutia|soutien',
    ring: 'anel|anéis|aliança|alianças',
    hat: 'chapéu|boné|gorro|capacete',
    glove: 'luva|luvas',
    belt: 'cinto|cintos',
    sock: 'meia|meias',
    other:
      'carregador|celular|telemóvel|tela|mesa|cadeira|cama|colchão|cortina*|tapete|mochila|bolsa|capa|toalha|relógio',
  },
  body: {
    heightCm: 'altura|meço|mede|de altura|tenho',
    weightKg: 'peso|pesa|pesando',
    footCm: 'pé|pés|comprimento do pé|meu pé|meu pé mede',
    chestCm: 'peito|tórax|toráx',
    bustCm: 'busto',
    underbustCm: 'abaixo do busto|sob o busto|tórax abaixo',
    waistCm: 'cintura',
    hipCm: 'quadril|anca|ancas|quadris',
    headCm: 'cabeça',
    handCm: 'mão',
    fingerCm: 'dedo',
    neckCm: 'pescoço',
    inseam: 'entrepernas|comprimento|entreperna',
  },
  unit: {
    cm: 'centímetros|centimetros',
    mm: 'milímetros',
    m: 'metro|metros',
    in: 'polegada|polegadas',
    kg: 'quilo|quilos|quilogramas',
    lb: 'libras',
  },
  code: {
    UK: 'inglês|inglesa|reino unido',
    EU: 'europeu|europeia|europa',
    US: 'americano|americana|eua',
    BR: 'brasileiro|brasileira|brasil',
    FR: 'francês|francesa',
    IT: 'italiano',
    CN: 'chinês|chinesa|china',
    ASIAN: 'asiático|asiática|ásia',
  },
  letter: { S: 'pequeno', M: 'médio', L: 'grande' },
  age: { y: 'ano|anos|aninhos', m: 'mês|meses' },
  count:
    'dia|dias|semana|semanas|mês|meses|ano|anos|hora|horas|minutos|par|pares|peça|peças|unidade|unidades|pedido|pedidos|vez|vezes|reais|real|dólares|por cento|graus|estrela|estrelas|volts|watts|cores|fotos|itens|de janeiro|de fevereiro|de março|de abril|de maio|de junho|de julho|de agosto|de setembro|de outubro|de novembro|de dezembro|pacotes|caixas|gramas|litros|metros|úteis|chegou',
  naming:
    'pedido|número do pedido|rastreio|rastreamento|código|código de rastreio|preço|paguei|custou|custa|nota fiscal|reembolso|modelo|referência|rua|casa|apartamento|apto|telefone|cep|total|quantidade|idade|desde|até|há|faz|dentro de|após|apenas|menos|mais|dia|cpf|artigo|versão|r$',
};
