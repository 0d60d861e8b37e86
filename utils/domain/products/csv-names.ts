/** Columns of a product file: the ids of what a card can say, with `sku`, `product_id` and `title` before them. */
import { productFields } from './product-card';

/** Every column in the order it is written. */
export const csvColumns: readonly string[] = ['sku', 'product_id', 'title', ...productFields.map(({ id }) => id)];

/** Other names of the columns, compared without case, spaces, signs and what stands in brackets. */
const otherNames: Readonly<Record<string, string>> = {
  sku: 'seller sku|merchant sku|item sku|msku|sku code|商家编码|商品编码|卖家sku|货号|sku编码',
  product_id:
    'asin|asin1|product id|productid|item id|itemid|listing id|product-id|产品id|商品id|产品编号|商品编号|宝贝id',
  title: 'name|item name|product name|product title|item title|产品名称|商品名称|标题|产品标题|商品标题|名称',
  deviceInput:
    'device input|input|rated input|voltage|input voltage|rated voltage|power supply|label|device label|额定输入|输入|电压|输入电压|额定电压|铭牌|电源',
  deviceWatts: 'device watts|watts|wattage|power|rated power|watt|power consumption|功率|额定功率|瓦数',
  devicePlug: 'device plug|plug|plug type|插头|插头类型|插头型号|插头规格',
  sizeCategory: 'size category|category|size type|类别|尺码类别|品类|尺码类型',
  sizeSystem: 'size system|size standard|size scale|system|尺码体系|尺码标准|尺码制|码制',
  sizeOffset: 'size offset|offset|fit|runs|尺码偏差|偏码|尺码偏移|偏大偏小',
  material: 'materials|fabric|composition|材质|材料|面料|成分',
  boxContents: 'box contents|in the box|contents|package contents|package includes|包装清单|包装内容|装箱清单|配件',
  warranty: 'guarantee|warranty period|保修|质保|保修期|质保期',
  manual: 'instructions|user manual|manual url|how to use|说明书|使用说明|使用方法',
  knownProblems: 'known problems|known issues|issues|problems|faq|已知问题|常见问题|问题',
};

/** A name as it is compared. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const byName = new Map(
  csvColumns.flatMap((column) =>
    [column, ...(otherNames[column]?.split('|') ?? [])].map((name) => [plainName(name), column] as const),
  ),
);

/** The column a heading means, in English or Chinese; undefined for any other. */
export const columnOf = (heading: string): string | undefined => byName.get(plainName(heading));
